using Copilot.Core;
using Copilot.Gate;
using Microsoft.EntityFrameworkCore;

namespace Copilot.IntegrationTests.Gate;

/// <content>What a person corrected, where the facts change before they confirm it.</content>
public abstract partial class GateCompliance
{
    [Fact]
    public async Task MailCorrected_FactsChangeAndItsTextWithThem_KeepsRecipientAndSubjectAndTellsOfTheText()
    {
        var bench = await NewAsync();
        var edited = await CorrectedAsync(bench, GateBench.Mail(), ("to", "buyer@maple.example"), ("subject", "A word about INV-1"), ("body", "Please pay EUR 100.00 today."));
        bench.Again = () => Now(Letter() with { Body = "Please pay EUR 40.00." });

        var result = await bench.ConfirmAsync(edited);
        var mail = Assert.IsType<SendMail>(Assert.Single(result.View!.Effects).Effect);

        Assert.Equal((DecisionEnd.Replaced, "P-3"), (result.End, result.View.Number));
        Assert.Equal(("buyer@maple.example", "A word about INV-1", "Please pay EUR 40.00."), (mail.To[0].Email, mail.Subject, mail.Body));
        Assert.Contains("without these corrections of P-2: Text", result.Message, StringComparison.Ordinal);
        Assert.Equal(["Corrected in P-2 and taken over: To, Subject.", "Not taken over from P-2: Text. What was corrected there has itself changed since. It had been corrected to “Please pay EUR 100.00 today.”."], Remarks(result));

        await bench.Gate.PresentedAsync(result.View, "hannah", Stop);
        Assert.Equal(DecisionEnd.Confirmed, (await bench.ConfirmAsync("P-3")).End);
        await bench.Gate.RunAsync("P-3", Stop);
        Assert.Equal(["P-3/1"], bench.Mails.Calls);
    }

    [Fact]
    public async Task CallNoteCorrectedTwice_FactsChangeTwice_KeepsWhatWasCorrectedLast()
    {
        var bench = await NewAsync();
        var first = await CorrectedAsync(bench, GateBench.Call(), ("note", "They pay on Monday."), ("outcome", "promised"));
        var second = await CorrectAsync(bench, first, 1, ("note", "They pay on Tuesday."), ("outcome", "reached"));

        bench.Again = () => Now(GateBench.Note("They pay on Friday."));
        var once = await ConfirmShownAsync(bench, second);
        bench.Again = () => Now("EUR 30.00", GateBench.Note("They pay on Friday."));
        var twice = await ConfirmShownAsync(bench, once.View!.Number);

        Assert.Equal((DecisionEnd.Replaced, DecisionEnd.Replaced), (once.End, twice.End));
        Assert.Equal(GateBench.Note("They pay on Tuesday."), twice.View!.Effects[0].Effect);
        Assert.Equal(["Corrected in P-4 and taken over: Note."], Remarks(twice));
    }

    [Theory]
    [InlineData(5_000, 10_000_000, 5_000, "Corrected in P-2 and taken over: Credited.")]
    [InlineData(5_000, 4_000, 10_000, "Not taken over from P-2: Credited. The credit needs an amount above 0 and of EUR 40.00 at most, as 1234.50; \"50.00\" is none. It had been corrected to “50.00”.")]
    public async Task AmountCorrected_FactsChange_StandsWhereItIsStillWithinBounds(long corrected, long open, long expected, string remark)
    {
        var bench = await NewAsync();
        var edited = await CorrectedAsync(bench, GateBench.Credit(10_000), ("amount", "50.00"));
        Assert.Equal(GateBench.Eur(corrected), ((IssueCreditNote)(await bench.Gate.ShowAsync(edited, "hannah", Stop)).Value.Effects[0].Effect).Credited);
        bench.Again = () => Now(new IssueCreditNote(GateBench.Invoice(1), GateBench.Eur(10_000), GateBench.Eur(open), "damaged"));

        var result = await bench.ConfirmAsync(edited, "victor");

        Assert.Equal((DecisionEnd.Replaced, GateBench.Eur(expected)), (result.End, ((IssueCreditNote)result.View!.Effects[0].Effect).Credited));
        Assert.Equal([remark], Remarks(result));
    }

    [Theory]
    [InlineData(0, "2026-11-20", "Corrected in P-2 and taken over: For.")]
    [InlineData(20, "2026-11-30", "Not taken over from P-2: For. The day 2026-11-20 is past: today is 2026-11-21. Name that day or a later one. It had been corrected to “2026-11-20”.")]
    public async Task DayCorrected_FactsChange_StandsWhereItIsNotPast(int hours, string expected, string remark)
    {
        var bench = await NewAsync();
        var promise = new RecordPromise(GateBench.Maple, GateBench.Eur(10_000), new DateOnly(2026, 11, 30), GateBench.Eur(100_000));
        var edited = await CorrectedAsync(bench, GateBench.Of(promise), ("date", "2026-11-20"));
        bench.Clock.Now = bench.Clock.Now.AddHours(hours);
        bench.Again = () => Now(promise);

        var result = await bench.ConfirmAsync(edited);

        Assert.Equal((DecisionEnd.Replaced, DateOnly.Parse(expected, System.Globalization.CultureInfo.InvariantCulture)), (result.End, ((RecordPromise)result.View!.Effects[0].Effect).PromisedFor));
        Assert.Equal([remark], Remarks(result));
    }

    [Fact]
    public async Task PartCorrected_DraftedAgainInAnotherOrder_IsTheSamePartByItsRecord()
    {
        var bench = await NewAsync();
        var draft = GateBench.Of(Credit(1), Credit(2), Credit(3));
        bench.Again = () => draft;
        var view = await bench.ProposeAsync(draft, "hannah", "victor");
        var edited = await CorrectAsync(bench, view.Number, 2, ("amount", "70.00"));
        edited = await CorrectAsync(bench, edited, 3, ("amount", "90.00"));
        bench.Again = () => Now(Credit(2), Credit(1));

        var result = await bench.ConfirmAsync(edited, "victor");

        Assert.Equal([GateBench.Eur(7_000), GateBench.Eur(10_000)], result.View!.Effects.Select(effect => ((IssueCreditNote)effect.Effect).Credited));
        Assert.Equal(["Corrected in P-3 and taken over: Credited of part 1.", "Not taken over from P-3: Credited. There is no such part any more. It had been corrected to “90.00”."], Remarks(result));
    }

    [Fact]
    public async Task RecipientCorrected_NoContactAnyMore_IsToldAndTheDraftsOwnStands()
    {
        var bench = await NewAsync();
        var edited = await CorrectedAsync(bench, GateBench.Mail(), ("to", "ap@maple.example, buyer@maple.example"));
        bench.Again = () =>
        {
            // the contact goes between the guards and the draft that takes the place
            using var context = bench.Store.Company();
            context.Contacts.Where(contact => contact.Email == "buyer@maple.example").ExecuteDelete();
            return Now(Letter());
        };

        var result = await bench.ConfirmAsync(edited);

        Assert.Equal((DecisionEnd.Replaced, "ap@maple.example"), (result.End, Assert.Single(((SendMail)result.View!.Effects[0].Effect).To).Email));
        Assert.Contains("It had been corrected to “ap@maple.example, buyer@maple.example”.", Assert.Single(Remarks(result)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NothingCorrected_FactsAndDraftChange_IsTheDraftAlone()
    {
        var bench = await NewAsync();
        var view = await bench.ProposeAsync(GateBench.Call());
        bench.Again = () => Now(GateBench.Note("They paid."));

        var once = await ConfirmShownAsync(bench, view.Number);
        bench.Again = () => Now("EUR 30.00", GateBench.Note("They paid in part."));
        var twice = await ConfirmShownAsync(bench, once.View!.Number);

        Assert.Equal(GateBench.Note("They paid in part."), twice.View!.Effects[0].Effect);
        Assert.Empty(Remarks(twice));
    }

    private static SendMail Letter() => (SendMail)GateBench.Mail().Effects[0];

    private static IssueCreditNote Credit(int invoice) => (IssueCreditNote)GateBench.Credit(10_000, invoice).Effects[0];

    private static Proposal Now(params Effect[] effects) => Now("EUR 40.00", effects);

    private static Proposal Now(string open, params Effect[] effects) => GateBench.Of(effects) with { Basis = [Basis.Of("open items", "Maple & Main", [new BasisFact("INV-1 open", open)])] };

    private static IEnumerable<string> Remarks(DecisionResult result) => result.View!.Proposal.Remarks.Select(remark => remark.Text);

    private static async Task<string> CorrectedAsync(GateBench bench, Proposal proposal, params (string Field, string Value)[] fields) =>
        await CorrectAsync(bench, (await bench.ProposeAsync(proposal)).Number, 1, fields);

    private static async Task<string> CorrectAsync(GateBench bench, string number, int part, params (string Field, string Value)[] fields)
    {
        var edited = await bench.DecideAsync(number, "hannah", new DecisionChoice.Edit(part, fields.ToDictionary(field => field.Field, field => field.Value, StringComparer.Ordinal)));
        Assert.Equal((DecisionEnd.Replaced, null), (edited.End, edited.Code));
        foreach (var person in new[] { "hannah", "victor" })
        {
            await bench.Gate.PresentedAsync(edited.View!, person, Stop);
        }

        return edited.View!.Number;
    }

    private static async Task<DecisionResult> ConfirmShownAsync(GateBench bench, string number)
    {
        await bench.Gate.PresentedAsync((await bench.Gate.ShowAsync(number, "hannah", Stop)).Value, "hannah", Stop);
        return await bench.ConfirmAsync(number);
    }
}
