using Copilot.Core;

namespace Copilot.Conversation;

/// <summary>"Who owes us the most", "top 5 customers": what is asked for are customers, not ages.</summary>
internal static class RankedCustomers
{
    private static readonly HashSet<string> Most = TextTools.Set("most meisten meiste meest meeste rank ranked ranking");

    private static readonly HashSet<string> Whom = TextTools.Set("who whose wer wessen qui wie schuldner schuldnern schuldenaar schuldenaars");

    /// <summary>Whether customers are asked for in the order of what they owe; a customer who is named is not ranked.</summary>
    public static bool In(SlotContext context)
    {
        var (reading, sentence) = (context.Reading, context.Reading.Sentence);
        return !context.Has("customer")
            && (reading.Has("v.top") || Any(at => Most.Contains(sentence.At(at)) || (sentence.At(at) == "plus" && sentence.At(at - 1) is "le" or "la" or "les")))
            && (reading.Has("dim=customer") || reading.Has("balance") || Any(at => Whom.Contains(sentence.At(at)) && (sentence.At(at) != "wie" || reading.Language == Language.Nl)));

        bool Any(Func<int, bool> said) => Enumerable.Range(0, sentence.Count).Any(said);
    }
}
