using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Copilot.Bot;
using Copilot.Conversation;
using Copilot.Tests.Support;

namespace Copilot.Tests.Bot;

/// <summary>Cards of fixed answers, letter by letter: a change of the look is seen in a commit.</summary>
public sealed class GoldenCards
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Theory]
    [InlineData("overdue-page")]
    [InlineData("overdue-teams")]
    [InlineData("overdue-rows")]
    [InlineData("overdue-explained")]
    [InlineData("order")]
    [InlineData("dso")]
    [InlineData("nothing")]
    [InlineData("question")]
    public async Task CardOfAFixedAnswer_ComparedWithTheApprovedOne_IsTheSame(string name)
    {
        var card = await CardAsync(name);
        Assert.Empty(await CardSchema.FaultsAsync(card));
        var actual = card.ToJsonString(Readable) + "\n";

        var approved = Path.Combine(Repository.Root, "tests", "Copilot.Tests", "Bot", "Golden", name + ".json");
        var written = Path.Combine(Directory.CreateDirectory(Path.Combine(Repository.Root, "tests", "artifacts", "golden")).FullName, name + ".json");
        await File.WriteAllTextAsync(written, actual, TestContext.Current.CancellationToken);
        var expected = File.Exists(approved) ? await File.ReadAllTextAsync(approved, TestContext.Current.CancellationToken) : "";
        Assert.True(expected == actual,
            $"The card \"{name}\" is not the approved one. Look at the difference (diff tests/Copilot.Tests/Bot/Golden/{name}.json tests/artifacts/golden/{name}.json); "
            + $"if it is meant, accept it: cp tests/artifacts/golden/{name}.json tests/Copilot.Tests/Bot/Golden/");
    }

    private static Task<JsonObject> CardAsync(string name)
    {
        var (surface, answer, view) = name switch
        {
            "overdue-page" => (CardReading.Page, FixedAnswers.Overdue(), CardReading.View),
            "overdue-teams" => (CardReading.Teams, FixedAnswers.Overdue(), CardReading.View),
            "overdue-rows" => (CardReading.Page, FixedAnswers.Overdue(), CardReading.View with { Table = "invoices", From = 11 }),
            "overdue-explained" => (CardReading.Teams, FixedAnswers.Overdue(), CardReading.View with { Explain = true }),
            "order" => (CardReading.Page, FixedAnswers.Order(), CardReading.View),
            "dso" => (CardReading.Teams, FixedAnswers.Dso(), CardReading.View),
            "nothing" => (CardReading.Page, FixedAnswers.Nothing(), CardReading.View),
            _ => (CardReading.Page, null, CardReading.View),
        };
        var report = answer is not null
            ? CardReading.Report(answer, name == "overdue-page" ? "Not taken into account: \"purple\". This answer has no such filter." : null)
            : new TurnReport(null) { Text = "Kingsway", Outcome = Outcome.Clarify, Message = "Which \"Kingsway\" do you mean?", Choices = ["Kingsway Pharmacy", "Kingsway Home"], Code = "LA-003", State = ConversationState.Empty };
        return new AnswerCards(surface).RenderAsync(report, view, TestContext.Current.CancellationToken);
    }
}
