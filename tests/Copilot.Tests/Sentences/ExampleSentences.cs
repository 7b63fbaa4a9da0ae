using Copilot.Conversation;
using Copilot.Host;

namespace Copilot.Tests.Sentences;

public sealed class ExampleSentences
{
    private static readonly Lazy<List<Example>> Loaded = new(() => Examples.Load(PluginList.All));

    [Fact]
    public void EveryFunctionOfTheCatalogue_Counted_HasFourteenExamplesInFourLanguages()
    {
        var counts = Loaded.Value.GroupBy(example => example.Tool).ToDictionary(group => group.Key, group => (group.Count(), group.Select(example => example.Language).Distinct().Count()));

        Assert.All(PluginList.All.SelectMany(plugin => plugin.Tools).Select(tool => tool.Name).Append(Examples.Decline), tool =>
        {
            Assert.True(counts.TryGetValue(tool, out var count) && count.Item1 >= 14, $"{tool} has {counts.GetValueOrDefault(tool).Item1} examples");
            Assert.Equal(4, count.Item2);
        });
    }

    [Fact]
    public void NoExample_OfTwoTools_IsTheSameSentence() =>
        Assert.Empty(Loaded.Value.GroupBy(example => Copilot.Core.Folding.Fold(example.Text)).Where(group => group.Select(example => example.Tool).Distinct().Count() > 1).Select(group => group.Key));
}
