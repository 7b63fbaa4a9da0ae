using Copilot.Core;
using Copilot.Plugins.Orders.Rules;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Orders;

/// <summary>The words, figures and tables about what would release an order.</summary>
internal static class ReleaseAnswer
{
    /// <summary>The short answer.</summary>
    public static void Say(AnswerBuilder answer, ReleaseCase weighed, DateOnly today, string whoMayRelease)
    {
        var (number, name) = (weighed.File.Order.Number, weighed.File.CustomerName);
        if (!weighed.File.OpenHolds.Any(hold => hold.Reason == HoldReason.Credit))
        {
            answer.Say($"{number} is not held for credit; this is how it stands against the limit.", Tone.Note);
        }

        ExposureWords.Say(answer, weighed.Exposure);
        if (weighed.NeedAmount.Minor <= 0)
        {
            answer.Say($"{number} fits under {name}'s limit as it stands: {-weighed.NeedAmount} of room would be left. {whoMayRelease} may release it.", Tone.Good);
            SayResting(answer, weighed);
        }
        else if (weighed.Combinations.Count == 0)
        {
            var all = ReleaseWeighing.Relief(weighed.Weighed, weighed.Exposure.OpenInvoices);
            answer.Say($"Nothing at hand releases {number}: with it {name}'s exposure must come down by {weighed.NeedAmount}, and what is not taken off yet (money of unconfirmed payers, disputes, promises) makes {all}. {weighed.NeedAmount - all} more must be paid, or {whoMayRelease} must raise the limit.", Tone.Warning);
        }
        else
        {
            var best = weighed.Combinations[0];
            answer.Say($"With {number} {name}'s exposure must come down by {weighed.NeedAmount} to fit the limit of {weighed.Limit}. It is enough to {Wording.List([.. best.Options.Select(Deed)])}; that leaves {best.Left} of room. {whoMayRelease} may then release it.", best.Options.All(option => option.AtHand) ? Tone.Good : Tone.Plain);
        }

        SayOverdue(answer, weighed, today);
        SayPartial(answer, weighed);
        foreach (var promise in weighed.Account.BrokenPromises)
        {
            answer.Say($"Not counted: the promise of {new Money(promise.AmountMinor, promise.Currency)} for {promise.PromisedFor} was not kept.", Tone.Warning);
        }
    }

    /// <summary>The figures and tables.</summary>
    public static void Show(AnswerBuilder answer, ReleaseCase weighed, DateOnly today)
    {
        var exposure = weighed.Exposure;
        answer.Facts([.. new[] { weighed.NeedFigure, exposure.Figure, exposure.LimitFigure("limit"), exposure.HeadroomFigure("headroom"), weighed.BeforeCash == weighed.NeedAmount ? null : weighed.BeforeCashFigure }.OfType<Figure>().Select(figure => new Fact(figure))]);
        answer.Table(new Grid<ReleaseCombination>("combinations", weighed.RestsOnCash ? "What the room rests on: enough to apply or settle, fewest first" : "What would release it, fewest first")
            .Text("do", "Do", row => Wording.List([.. row.Options.Select(Deed)]))
            .Number("steps", "Steps", row => Measure.Count(row.Options.Count))
            .Text("when", "When", row => row.Options.Max(option => option.On) is { } day ? $"by {day:yyyy-MM-dd}, if kept" : row.Options.All(option => option.AtHand) ? "today" : "once settled")
            .Amount("relief", "Covers", row => row.Relief)
            .Amount("left", "Room left", row => row.Left)
            .Toned(row => row.Options.All(option => option.AtHand) ? Tone.Good : Tone.Plain)
            .Show(weighed.Combinations, weighed.Combinations.Count, weighed.ToCover.Minor <= 0 ? "Nothing is needed: the order fits the limit." : "No combination of what is at hand is enough."));
        var options = weighed.Account.Options.OrderBy(option => option.Means).ThenByDescending(option => option.Amount.Minor).ToList();
        answer.Table(new Grid<ReleaseOption>("options", "All there is")
            .Text("means", "What", row => OrderText.Plain(row.Means))
            .Document("document", "Document", row => row.Document)
            .Text("detail", "Detail", row => row.Detail)
            .Day("on", "Expected", row => row.On)
            .Amount("amount", "Amount", row => row.Amount)
            .Text("alone", "Enough alone", row => Alone(weighed, row))
            .Show(options, options.Count, $"{weighed.File.CustomerName} has no unapplied cash, no open credit notes, no disputes and no promises."));
        answer.TableIfAny(new Grid<PartialLine>("partial", "What could go now, in part")
            .Number("line", "Line", row => Measure.Count(row.LineNo))
            .Text("sku", "SKU", row => row.Sku)
            .Number("units", "Units", row => Measure.Pieces(row.Units))
            .Amount("value", "Value", row => row.Value)
            .Show(IsPartial(weighed) ? weighed.Partial : [], IsPartial(weighed) ? weighed.Partial.Count : 0, "Nothing fits."));
        answer.TableIfAny(new Grid<Invoice>("overdue", "Overdue invoices, oldest first")
            .Document("invoice", "Invoice", row => row.Number)
            .Day("due_on", "Due", row => row.DueOn)
            .Number("days", "Days overdue", row => Measure.Days(today.DayNumber - row.DueOn.DayNumber))
            .Amount("open", "Open", row => new Money(row.OpenMinor, row.Currency))
            .Text("disputed", "Disputed", row => weighed.Account.Disputed.Contains(row.Id) ? "yes" : "no")
            .Top(weighed.Account.Overdue, FunctionLimits.DefaultRows, "Nothing is overdue."));
    }

    private static string Deed(ReleaseOption option) => option.Means switch
    {
        ReleaseMeans.ApplyCash or ReleaseMeans.ApplyCredit => $"apply {option.Document}",
        ReleaseMeans.SettleDispute => $"settle the dispute on {option.Document}",
        ReleaseMeans.PromiseDue when option.Document.Length == 0 => $"have the payment on account arrive that is promised for {option.On:yyyy-MM-dd}",
        ReleaseMeans.PromiseDue => $"have {option.Document} paid as promised for {option.On:yyyy-MM-dd}",
        _ => throw new InvalidOperationException($"Means {option.Means} has no wording."),
    };

    private static string Alone(ReleaseCase weighed, ReleaseOption option) =>
        option.TakenOff && !weighed.RestsOnCash ? "taken off already" : ReleaseWeighing.Relief([option], weighed.Exposure.OpenInvoices) >= weighed.ToCover ? "yes" : "no";

    // the limit is kept on paper only as long as the money is where it should go
    private static void SayResting(AnswerBuilder answer, ReleaseCase weighed)
    {
        if (weighed.RestsOnCash && weighed.Combinations is [var best, ..])
        {
            answer.Say($"That counts money and credits not applied yet; without them it would be {weighed.BeforeCash} over. To settle it, it is enough to {Wording.List([.. best.Options.Select(Deed)])}.", Tone.Note);
        }
    }

    private static void SayOverdue(AnswerBuilder answer, ReleaseCase weighed, DateOnly today)
    {
        if (weighed.Account.Overdue is not [var oldest, ..])
        {
            return;
        }

        var open = weighed.Account.Overdue.Select(row => weighed.Exposure.In(new Money(row.OpenMinor, row.Currency))).OfType<Money>()
            .Aggregate(Money.Zero(weighed.Exposure.Currency), (sum, amount) => sum + amount);
        answer.Say($"{Wording.Count(weighed.Account.Overdue.Count, "invoice")} over {open} {(weighed.Account.Overdue.Count == 1 ? "is" : "are")} overdue, the oldest ({oldest.Number}) by {Wording.Count(today.DayNumber - oldest.DueOn.DayNumber, "day")}: the hold may stand for that as well.", Tone.Warning);
    }

    private static bool IsPartial(ReleaseCase weighed) => !weighed.Counted && weighed.NeedAmount.Minor > 0 && weighed.Partial.Count > 0;

    private static void SayPartial(AnswerBuilder answer, ReleaseCase weighed)
    {
        if (IsPartial(weighed))
        {
            var value = weighed.Partial.Aggregate(Money.Zero(weighed.Exposure.Currency), (sum, line) => sum + line.Value);
            answer.Say($"In part: {Wording.List([.. weighed.Partial.Select(line => $"{line.Units} of {line.Sku}")])}, worth {value}, would fit the room that is left.");
        }
    }
}
