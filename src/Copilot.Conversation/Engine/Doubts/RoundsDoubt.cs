using Copilot.Core;

namespace Copilot.Conversation;

/// <summary>What a mail of every morning cannot be: of other hours or days, of something else than the worklist, to somebody else.</summary>
internal static class RoundsDoubt
{
    private static readonly HashSet<string> Hours = TextTools.Set(
        "weekly monthly hourly biweekly twice other evening evenings night nights afternoon afternoons noon weekend weekends wochentlich monatlich stundlich zweimal abends abend nachmittags nachmittag wochenende semaine mois hebdomadaire mensuel mensuelle soir soirs deux wekelijks maandelijks tweemaal avond avonds middag");

    private static readonly HashSet<string> Subjects = TextTools.Set("aging dispute_noun promise promised_pay dso chargeback pipeline stock unapplied risk forecast otif sla provision hygiene");

    /// <summary>What to say; nothing where it can be sent as it was said.</summary>
    public static string? Find(ActionSentence said)
    {
        if (said.Tool.Name is not ("receivables_send_worklist" or "receivables_send_worklists"))
        {
            return null;
        }

        var sentence = said.Sentence;
        if (said.Reading.Concepts.Find(hit => Subjects.Contains(hit.Concept)) is { Concept: not null } other)
        {
            return $"The worklist can be sent like that, \"{sentence.Slice(other.First, other.End)}\" cannot, so nothing is proposed.";
        }

        if (Array.FindIndex(sentence.Tokens, token => ActionSentence.Self.Contains(token.Text)) is >= 0 and var self && said.Reading.Names.Exists(name => name.Kind == ParameterKind.Person))
        {
            return $"A worklist goes to its own collector and to nobody else, so nothing is proposed with \"{sentence.At(self)}\". To look at it yourself, say: worklist";
        }

        if (said.Find(Hours) is { } hour)
        {
            return $"It can be sent every working morning, not \"{said.Rest(hour)}\", so nothing is proposed. Say it without that.";
        }

        // a day that is not the last one: "starting tomorrow", "every Monday"
        return said.Tool.Name == "receivables_send_worklists" && said.Reading.Times.FirstOrDefault(time => !said.Slots.IsUsed(time.First) && time.Past.To != said.Slots.Frame.Today) is { } day
            ? $"It begins with the next working morning and goes on every working morning until a last day, so nothing is proposed with \"{sentence.Slice(day.First, day.End)}\". Say: … every morning until 18 December" : null;
    }
}
