using System.Text.Json;
using System.Text.RegularExpressions;
using Copilot.Conversation;
using Copilot.Host;
using Copilot.Tests.Support;

namespace Copilot.Tests.Sentences;

/// <summary>
/// No example comes close to a sentence of the frozen evaluation: names and numbers masked, they share fewer than half of their word trigrams
/// (Jaccard), and no example of three words or more is the same.
/// </summary>
public sealed partial class ExamplesKeepTheirDistance(SampleFixture sample)
{
    private const double TooClose = 0.5;

    [Fact]
    public void EveryExample_ComparedWithTheEvaluation_IsNoneOfItsSentences()
    {
        var examples = Examples.Load(PluginList.All).Select(example => example.Text).ToList();

        Assert.True(examples.Count > 88 * 14);
        Assert.Empty(Close(examples, Evaluation()));
    }

    [Fact]
    public void ExampleTakenFromTheEvaluation_Compared_IsNamed()
    {
        var sentence = Evaluation().First(text => Words(text).Length >= 6);
        var withAnotherName = sentence + " Trendhaus";

        Assert.Equal([withAnotherName], Close([withAnotherName, "an example that shares nothing at all with anything asked there"], [sentence]));
    }

    private static List<string> Evaluation() =>
        [.. File.ReadLines(Path.Combine(Repository.Root, "tests", "evaluation", "evaluation.jsonl")).SelectMany(line => JsonDocument.Parse(line).RootElement.GetProperty("turns").EnumerateArray().Select(turn => turn.GetString()!))];

    private List<string> Close(IEnumerable<string> examples, IEnumerable<string> sentences)
    {
        var known = sentences.Select(Words).ToList();
        var whole = known.Where(words => words.Length >= 3).Select(words => string.Join(' ', words)).ToHashSet(StringComparer.Ordinal);
        var byTrigram = known.SelectMany((words, index) => Trigrams(words).Select(trigram => (trigram, index))).ToLookup(pair => pair.trigram, pair => pair.index, StringComparer.Ordinal);
        var sizes = known.Select(words => Trigrams(words).Count).ToArray();
        return [.. examples.Where(example => IsClose(Words(example)))];

        bool IsClose(string[] words)
        {
            var trigrams = Trigrams(words);
            return whole.Contains(string.Join(' ', words))
                || trigrams.SelectMany(trigram => byTrigram[trigram]).CountBy(index => index).Any(shared => words.Length >= 4 && (double)shared.Value / (trigrams.Count + sizes[shared.Key] - shared.Value) >= TooClose);
        }
    }

    private string[] Words(string text)
    {
        var masked = Numbers().Replace(Documents().Replace(text.ToLowerInvariant(), " DOC "), " NUM ");
        return [.. Word().Matches(masked).Select(match => Names.Contains(match.Value) ? "NAME" : match.Value)];
    }

    private HashSet<string> Names => field ??= [.. sample.Records.Customers.Select(row => row.Name)
        .Concat(sample.Records.People.Select(row => row.Name)).Concat(sample.Records.Warehouses.SelectMany(row => new[] { row.Name, row.Partner }))
        .SelectMany(name => Word().Matches(name.ToLowerInvariant()).Select(match => match.Value)).Where(word => word.Length > 3)];

    private static HashSet<string> Trigrams(string[] words) => [.. Enumerable.Range(0, Math.Max(0, words.Length - 2)).Select(i => $"{words[i]} {words[i + 1]} {words[i + 2]}")];

    [GeneratedRegex(@"\b(so|inv|pay|shp|cb|opp|edi|ll)[- ]?[a-z0-9-]*\d+[a-z0-9-]*")]
    private static partial Regex Documents();

    [GeneratedRegex(@"\d[\d.,]*")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"[\p{L}']+")]
    private static partial Regex Word();
}
