using Copilot.Conversation;
using Copilot.Core;
using Copilot.Host;
using Copilot.Plugins.Desk.Rules;
using Copilot.Tests.Support;

namespace Copilot.Tests.Desk;

public sealed class HelpForEachRole(SampleFixture sample, UnderstandingFixture understanding)
{
    private static readonly Tool[] Tools = [.. PluginList.All.SelectMany(plugin => plugin.Tools)];

    public static TheoryData<string> People => ["amelia.frost", "victor.stein", "hannah.price", "ben.carter", "ilse.devries", "grace.lin", "maya.okafor", "olivia.grant", "peter.vogel"];

    [Fact]
    public void EveryToolOfTheCatalogue_LookedUp_HasWordsAndAQuestion() => Assert.Equal(Tools.Select(tool => tool.Name).Order(StringComparer.Ordinal), HelpEntries.All.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(People))]
    public async Task Overview_Asked_ShowsTheSubjectsOfTheRoleAndNoOthers(string person)
    {
        await using var turn = await sample.AskAsync(person);
        var answer = await turn.CallAsync("desk_help").SoundAsync();
        var access = turn.Context.Turn.Access;

        Assert.Equal(Enum.GetValues<Area>().Where(access.MaySee).Select(area => Words.Of(area)), (await answer.RowsAsync("subjects")).Select(row => row["subject"]));
        Assert.Equal(Tools.Count(tool => access.MaySee(tool.Area) && tool is { Built: true, Kind: ToolKind.Read }), (int)answer.Number("working"));
        Assert.Equal(Tools.Count(tool => access.MaySee(tool.Area) && !tool.Built), (int)answer.Number("later"));
    }

    [Theory]
    [MemberData(nameof(People))]
    public async Task QuestionsOfEverySubject_TypedAsTheyStand_LeadToTheirFunction(string person)
    {
        await using var turn = await sample.AskAsync(person);
        var dialogue = understanding.Dialogue(sample);
        var wrong = new List<string>();
        foreach (var area in Enum.GetValues<Area>().Where(area => turn.Context.Turn.Access.MaySee(area)))
        {
            var entries = Tools.Where(tool => tool.Area == area && tool is { Built: true, Kind: ToolKind.Read }).Select(tool => HelpEntries.All[tool.Name]).ToArray();
            var samples = await HelpSamples.ReadAsync(turn.Read, entries, TestContext.Current.CancellationToken);
            foreach (var (entry, question) in entries.Select(entry => (entry, samples.Fill(entry))).Where(pair => pair.Item2 is not null))
            {
                await using var report = (await dialogue.AskAsync(question!, ConversationState.Empty, person, TestContext.Current.CancellationToken)).Value;
                if (report.Tool != entry.Tool || report.Outcome != Outcome.Answer)
                {
                    wrong.Add($"\"{question}\" is {report.Tool} {report.Outcome}, not {entry.Tool}: {report.Message}");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    [Theory]
    [InlineData("receivables", Area.Receivables)]
    [InlineData("how do i use you for crm stuff", Area.Crm)]
    [InlineData("relances clients", Area.Receivables)]
    [InlineData("Aufträge", Area.Orders)]
    [InlineData("voorspellingen", Area.Forecast)]
    [InlineData("recievables", Area.Receivables)]
    [InlineData("chargback", Area.Chargebacks)]
    [InlineData("proceedures", Area.Sops)]
    public void Topic_InAnyWordsAndWithSlips_FindsItsSubject(string topic, Area expected) => Assert.Equal(expected, HelpTopics.Find(topic)!.Area);

    [Fact]
    public async Task UnknownTopic_Asked_GetsTheNearestAndIsToldSo()
    {
        await using var turn = await sample.AskAsync("hannah.price");
        var answer = await turn.CallAsync("desk_help", ("topic", "warranties")).SoundAsync();

        Assert.Contains("I know no subject \"warranties\"", answer.Said(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SubjectClosedToTheRole_Asked_IsSaidToBeClosed()
    {
        await using var turn = await sample.AskAsync("ilse.devries");
        var result = await turn.CallAsync("desk_help", ("topic", "invoices"));

        Assert.Contains("not open to you", result.Value.Said(), StringComparison.Ordinal);
        Assert.Empty(result.Value.Figures);
    }

    [Fact]
    public async Task TopicOfASubject_Asked_PutsWhatWasNamedFirstAndSaysWhatIsNotBuilt()
    {
        await using var turn = await sample.AskAsync("nadia.hassan");
        var answer = await turn.CallAsync("desk_help", ("topic", "overdue invoices")).SoundAsync();
        var rows = await answer.RowsAsync("functions");

        Assert.Equal(HelpEntries.All["receivables_overdue"].What, rows[0]["what"]);
        Assert.Equal(Tools.Count(tool => tool.Area == Area.Receivables && !tool.Built), rows.Count(row => row["state"] == "understood, not built yet"));
    }
}
