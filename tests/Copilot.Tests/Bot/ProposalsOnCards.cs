using System.Text.Json.Nodes;
using Copilot.Bot;
using Copilot.Core;
using Copilot.Gate;
using Spectre.Console;

namespace Copilot.Tests.Bot;

/// <summary>A proposal's card holds every word that would be sent or stored; what does not fit pages, and is never cut.</summary>
public sealed class ProposalsOnCards
{
    private static readonly Target Maple = new(TargetKind.Customer, 1, "Maple & Main", 1);

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(120)]
    public async Task MailsOfAnyNumber_OnCards_AreWholeWithinTheLimit(int mails)
    {
        var view = View([.. Enumerable.Range(1, mails).Select(n => Mail($"Dear {n}, please pay *INV-{n}* at [x](http://evil.example).\n\nä😀 {new string('ß', 700)} end-{n}"))]);
        foreach (var actions in new[] { CardActions.Execute, CardActions.Submit })
        {
            var (texts, pages) = (new List<string>(), 0);
            for (var last = false; !last; pages++)
            {
                var (card, page, of) = new ProposalCards(actions).Render(view, pages + 1, null, [("victor.stein", "Victor Stein")]);
                last = page == of;
                Assert.Equal(pages + 1, page);
                Assert.InRange(CardReading.Bytes(card), 1, AnswerCards.LargestBytes);
                Assert.Empty(await CardSchema.FaultsAsync(card));
                Assert.Equal(last, card.Commands().Any(command => command.Value is CardCommand.Decide { Choice: "confirm" }));
                texts.AddRange(card.Texts());
                Assert.True(pages < 200);
            }

            Assert.Equal(mails < 10, pages <= 5);
            Assert.All(Enumerable.Range(1, mails), n => Assert.Contains(texts, text => text.Contains($"end-{n}", StringComparison.Ordinal)));
            Assert.Equal(mails * 700, texts.Sum(text => text.Count(character => character == 'ß')));
            Assert.DoesNotContain(texts, text => text.EndsWith('…'));
            Assert.All(texts, text => Assert.DoesNotMatch("""(?<!\\)[*\[\]]|http:""", text));
        }
    }

    [Fact]
    public void TextWithoutABlank_OnACard_IsInPiecesThatJoinToItself()
    {
        var body = string.Concat(Enumerable.Repeat("😀ß", 3_000));
        var (card, _, _) = new ProposalCards(CardActions.Execute).Render(View(Mail(body)), 1, null, []);
        var first = card.Texts().Where(text => text.Contains('ß')).ToArray();

        Assert.All(first, text => Assert.DoesNotContain('\uFFFD', text));
        Assert.StartsWith(string.Concat(first), body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TableOfAMail_OnACard_IsATableWithEveryCellOfIt()
    {
        var rows = Enumerable.Range(1, 20).Select(n => $"| INV-{n} | Maple \\| Main \\*{n}\\* | GBP {n}.00 |");
        var (card, _, _) = new ProposalCards(CardActions.Execute).Render(View(Mail($"Dear Ann\n\n| Invoice | Order | Amount |\n|:---|:---|---:|\n{string.Join('\n', rows)}\n| **Total** | | **GBP 210.00** |\n\nPlease pay **GBP 210.00** now.\n**Thank you**")), 1, null, []);

        Assert.Empty(await CardSchema.FaultsAsync(card));
        var tables = card.Elements("Table").Where(element => (string)element["type"]! == "Table").ToArray();
        Assert.Equal([9, 9, 6], tables.Select(table => table["rows"]!.AsArray().Count));
        Assert.All(tables, table => Assert.Equal(["left", "left", "right"], table["columns"]!.AsArray().Select(column => (string)column!["horizontalCellContentAlignment"]!)));
        string[] cells = [.. tables.SelectMany(table => table["rows"]!.AsArray().Skip(1)).SelectMany(row => row!["cells"]!.AsArray()).Select(cell => (string?)cell!["items"]!.AsArray().FirstOrDefault()?["text"] ?? "")];
        Assert.Equal([.. Enumerable.Range(1, 20).SelectMany(n => new[] { $"INV-{n}", CardText.Block($"Maple | Main *{n}*", 99), $"GBP {n}.00" }), "Total", "", "GBP 210.00"], cells);
        Assert.Contains("Please pay GBP 210.00 now.", card.Texts());
        Assert.Equal(["Total", "GBP 210.00", "Thank you"], card.Elements("TextBlock").Where(block => (string?)block["weight"] == "bolder" && block["style"] is null && block["spacing"]?.ToString() != "medium").Select(block => (string)block["text"]!));
    }

    [Theory]
    [InlineData("| Invoice | Amount |\n|---|---|")]
    [InlineData("| Invoice | Amount |\n|---|---|\n| INV-1 |")]
    [InlineData("| Invoice | Amount |\n| INV-1 | 3 |")]
    [InlineData("|---|---|\n| INV-1 | 3 |")]
    [InlineData("a | b\n|---|---|\n| INV-1 | 3 |")]
    [InlineData("2 ** 3 ** 4 and **open and \\*\\*shut\\*\\*")]
    public void LinesThatMakeNoTableOrBold_OnACard_StandAsTheyWereWritten(string body)
    {
        var (card, _, _) = new ProposalCards(CardActions.Execute).Render(View(Mail(body)), 1, null, []);

        Assert.Empty(card.Elements("Table"));
        Assert.All(body.Replace("\\*", "*", StringComparison.Ordinal).Split('\n'), line => Assert.Contains(CardText.Block(line, 999), card.Texts()));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void AnyText_OnACard_KeepsEveryWordInItsOrder(int seed)
    {
        var random = new Random(seed);
        string[] marks = ["|", " | ", "**", "\\", "\\|", "\\*", "|---|---|", "|:--|", "\n", "\n", "\n| ", " |\n", " ", "*", "_", "-"];
        for (var run = 0; run < 200; run++)
        {
            var words = Enumerable.Range(0, random.Next(1, 60)).Select(n => $"w{n}x").ToArray();
            var body = string.Concat(words.Select(word => marks[random.Next(marks.Length)] + word + marks[random.Next(marks.Length)]));
            var (card, _, _) = new ProposalCards(CardActions.Execute).Render(View(Mail(body)), 1, null, []);

            // a table's heading stands over each few of its rows: it is said again, never left out
            var said = System.Text.RegularExpressions.Regex.Matches(string.Join(' ', card.Elements("TextBlock").Select(block => (string)block["text"]!)), "w[0-9]+x").Select(match => match.Value).Distinct(StringComparer.Ordinal);
            Assert.Equal(words, said);
        }
    }

    [Fact]
    public void SeveralParts_OnOneCard_CanBeTickedAndAreReadBack()
    {
        var view = View(Mail("one"), Mail("two"), Mail("three"));
        var (card, _, _) = new ProposalCards(CardActions.Submit).Render(view, 1, null, []);
        var ticks = card.Elements("Input.Toggle").Select(toggle => (string)toggle["id"]!).ToArray();
        var pressed = CardCommand.Parse(System.Text.Json.JsonSerializer.SerializeToElement(new JsonObject
        {
            ["do"] = "decide", ["proposal"] = "P-1", ["digest"] = view.Digest, ["choice"] = "confirm", [ticks[0]] = "true", [ticks[1]] = "false", [ticks[2]] = "true",
        })).Value;

        Assert.Equal(["part.1", "part.2", "part.3"], ticks);
        Assert.Equal([2], Assert.IsType<DecisionChoice.Confirm>(DecisionInputs.Read((CardCommand.Decide)pressed, view)).LeaveOut);
    }

    [Fact]
    public void StoppedGate_OnEveryCard_SaysSoAndOffersNoConfirmation()
    {
        var (card, _, _) = new ProposalCards(CardActions.Execute).Render(View(Mail("x")) with { Stopped = "Olivia: wrong prices" }, 1, null, []);

        Assert.Contains(card.Texts(), text => text.Contains("Everything is stopped: Olivia", StringComparison.Ordinal));
        Assert.Empty(card.Commands());
        Assert.Equal("P-1: Reminders. Everything is stopped: Olivia: wrong prices. Nothing is confirmed or run until an administrator releases it.", ProposalCards.PlainText(View(Mail("x")) with { Stopped = "Olivia: wrong prices" }, null));
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("Olivia: wrong prices", false)]
    public void WhatFailed_OnACardWhileEverythingIsStopped_IsNotOfferedAgain(string? stopped, bool offered)
    {
        var view = View(Mail("x"));
        var (card, _, _) = new ProposalCards(CardActions.Execute).Render(view with { State = ProposalState.Confirmed, DecidedBy = "hannah.price", Stopped = stopped, Effects = [view.Effects[0] with { State = EffectState.Failed }] }, 1, null, []);

        Assert.Equal(offered, card.Commands().Any(command => command.Value is CardCommand.Decide { Choice: "retry" }));
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("Olivia: wrong prices", false)]
    public void StoppedGate_InTheTerminal_OffersNoConfirmation(string? stopped, bool offered)
    {
        var text = InTheTerminal(View(Mail("x")) with { Stopped = stopped });

        Assert.Equal(offered, text.Contains("confirm P-1", StringComparison.Ordinal));
        Assert.Equal(!offered, text.Contains("Everything is stopped: Olivia: wrong prices.", StringComparison.Ordinal));
        Assert.Contains("reject P-1 because", text, StringComparison.Ordinal);
    }

    [Fact]
    public void People_OnTheCardAndInTheTerminal_StandWithTheirNames()
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal) { ["hannah.price"] = "Hannah Price", ["victor.stein"] = "Victor Stein" };
        var view = View(Mail("x")) with { Names = names };
        ProposalView[] views = [view, view with { AgreedBy = ["victor.stein"] }, view with { State = ProposalState.Confirmed, DecidedBy = "hannah.price" }, view with { State = ProposalState.Rejected, DecidedBy = "victor.stein" }];

        string[] said = ["Asked for by Hannah Price.", "Agreed by Victor Stein;", "Confirmed by Hannah Price.", "Rejected by Victor Stein."];
        Assert.All(views.Zip(said), pair => Assert.Contains(new ProposalCards(CardActions.Execute).Render(pair.First, 1, null, []).Card.Texts(), text => text.StartsWith(pair.Second, StringComparison.Ordinal)));
        Assert.All(views.Skip(1), shown => Assert.Contains("by " + names[shown.AgreedBy.Count > 0 ? shown.AgreedBy[0] : shown.DecidedBy!], InTheTerminal(shown), StringComparison.Ordinal));
        Assert.All(views, shown => Assert.DoesNotContain("hannah.price", InTheTerminal(shown), StringComparison.Ordinal));
    }

    [Fact]
    public void UndoThatSomebodyElseConfirms_OnTheCardAndInTheTerminal_SaysSoBeforehand()
    {
        var done = View(Mail("x")) with { State = ProposalState.Confirmed, DecidedBy = "hannah.price", UndoneWith = ["order desk", "sales ops manager"] };
        done = done with { Effects = [done.Effects[0] with { State = EffectState.Done, Undoable = true }] };
        var undo = View(Mail("x")) with { UndoneWith = ["order desk"] };

        Assert.Contains("To take it back, somebody else has to confirm that: order desk or sales ops manager.", Render(done));
        Assert.Contains("undo P-1 takes it back, once somebody else confirms that (order desk or sales ops manager).", InTheTerminal(done), StringComparison.Ordinal);
        Assert.Contains("It takes back as much as was changed: somebody else than the one who asks has to confirm it (order desk).", string.Join('\n', Render(undo)).Replace("\\", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("somebody else than the one who asks has to confirm it (order desk).", InTheTerminal(undo), StringComparison.Ordinal);
        Assert.DoesNotContain(Render(done with { UndoneWith = [] }), text => text.Contains("somebody else", StringComparison.Ordinal));

        IEnumerable<string> Render(ProposalView view) => new ProposalCards(CardActions.Execute).Render(view, 1, null, []).Card.Texts();
    }

    [Fact]
    public void ChangedFacts_OnTheCard_StandThenAndNow()
    {
        var result = new DecisionResult(DecisionEnd.Replaced, "Nothing was done.", null) { Changed = [new Change("INV-1 open", "EUR 100.00", "EUR 0.00")] };
        var (card, _, _) = new ProposalCards(CardActions.Execute).Render(View(Mail("x")), 1, result, []);

        Assert.Contains("EUR 100.00 → EUR 0.00", card.Texts());
    }

    private static string InTheTerminal(ProposalView view)
    {
        using var text = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(text), Ansi = AnsiSupport.No });
        console.Profile.Width = 400;
        new Host.Terminal.ProposalPrinter(console).Print(view, DateTimeOffset.UnixEpoch);
        return text.ToString();
    }

    private static SendMail Mail(string body) => new(Maple, [new Recipient("Ann", "ann@maple.example")], "Reminder", body, Language.En, MailPurpose.Reminder, ReminderLevel.Friendly, [], [FrozenAttachment.Of("items.xlsx", "application/x", new byte[2_000])]);

    private static ProposalView View(params Effect[] effects) => new()
    {
        Number = "P-1", Digest = new string('a', 64), State = ProposalState.Proposed, Proposal = new Proposal("Reminders", "Because.", effects, []) { Remarks = [new Remark("Two were left out.")] },
        Effects = [.. effects.Select((effect, index) => new EffectView(index + 1, effect, EffectState.Proposed, null, false, null))],
        Requester = "hannah.price", CreatedAt = DateTimeOffset.UnixEpoch, ExpiresAt = DateTimeOffset.UnixEpoch.AddDays(1), Conversation = "test",
    };
}
