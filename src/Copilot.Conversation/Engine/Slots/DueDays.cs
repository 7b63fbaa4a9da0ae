using System.Text.Json.Nodes;
using Copilot.Core;

namespace Copilot.Conversation;

/// <summary>"Orders due this week", "to be delivered by Friday": the days are those on which goods are due, not those on which they were ordered.</summary>
internal static class DueDays
{
    /// <summary>Said in November, "due in March" looks ahead and "due in October" back.</summary>
    private const int HalfAYear = 183;

    private static readonly HashSet<string> Due = TextTools.Set("due dues fallig fallige falligen falliger falligkeit faellig faellige faelligen echeance liefertermin lieferdatum wunschtermin leverdatum");

    private static readonly HashSet<string> Deliveries = TextTools.Set(
        "deliver delivered delivering ship shipped dispatch dispatched go leave liefern geliefert ausliefern ausgeliefert auszuliefern verschickt versendet versenden verschicken raus rausgehen "
        + "livrer livre livree livres livrees expedier expedie expediee expediees partir leveren geleverd verzenden verzonden uit");

    /// <summary>Directly before the delivery: "to be delivered", "must ship", "zu liefern", "à livrer", "te leveren".</summary>
    private static readonly HashSet<string> Before = TextTools.Set("to must should shall zu a te");

    /// <summary>Anywhere beside it: the verb stands far from its helper in German and Dutch.</summary>
    private static readonly HashSet<string> Helpers = TextTools.Set("mussen muss sollen soll sollten sollte doivent doit devraient devrait moeten moet zouden");

    private static readonly HashSet<string> Between = TextTools.Set("be been have already go out");

    private static readonly HashSet<string> Until = TextTools.Set("by until till bis spatestens ici tegen uiterlijk");

    /// <summary>The day itself is too late.</summary>
    private static readonly HashSet<string> Earlier = TextTools.Set("before vor avant voor");

    /// <summary>Fills the period and says that it counts by the day due; false where the sentence does not speak of that.</summary>
    public static bool Fill(SlotContext context, ToolParameter period)
    {
        var sentence = context.Reading.Sentence;
        if (context.Tool.Parameter("due") is null || context.Reading.Times.Find(time => !context.IsUsed(time.First, time.End) && time.Future.Period is not null) is not { } time
            || Enumerable.Range(0, sentence.Count).Where(at => Says(sentence, at)).ToList() is not { Count: > 0 } said)
        {
            return false;
        }

        var value = Near(context, time);
        var today = context.Frame.Today;
        var (before, by) = (Stands(Earlier), Stands(Until));
        if ((before || by) && value.To > today)
        {
            var last = before ? value.From.AddDays(-1) : value.To;
            value = last < today ? value : value with { Period = new DateRange(today, last).ToString(), From = today, To = last };
        }

        context.Set(period.Name, JsonValue.Create(value.Period!), time.First, time.End);

        // what is late, and a period that lies wholly ahead, counts by the day due anyway
        if (!context.Reading.Has("late") && value.From <= today)
        {
            context.Arguments["due"] = true;
        }

        // "to be delivered" is no status
        said.ForEach(at => context.Use(at, at + 1));
        return true;

        bool Stands(HashSet<string> words) => words.Contains(sentence.At(time.First - 1)) || words.Contains(sentence.At(time.First - 2));
    }

    private static TimeValue Near(SlotContext context, TimeMention time) => time.Future.From <= context.Frame.Today.AddDays(HalfAYear) ? time.Future : time.Past;

    private static bool Says(Sentence sentence, int at)
    {
        if (Due.Contains(sentence.At(at)) || (sentence.At(at) is "delivery" or "ship" && sentence.At(at + 1) is "date" or "dates" or "day") || (sentence.At(at) is "date" && sentence.At(at + 2) is "livraison"))
        {
            return true;
        }

        if (!Deliveries.Contains(sentence.At(at)))
        {
            return false;
        }

        var before = at - 1;
        while (Between.Contains(sentence.At(before)))
        {
            before--;
        }

        return Before.Contains(sentence.At(before)) || sentence.At(at) == "auszuliefern" || Array.Exists(sentence.Tokens, token => Helpers.Contains(token.Text));
    }
}
