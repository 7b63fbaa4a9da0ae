namespace Copilot.Conversation;

/// <summary>"Over euros", "more than k": an amount was begun and not said.</summary>
internal static class AmountWithoutNumber
{
    /// <summary>The words that need a number; nothing where the sentence has none such.</summary>
    public static string? Find(SentenceReading reading)
    {
        var sentence = reading.Sentence;
        foreach (var hit in reading.Concepts)
        {
            if (hit.Concept is not ("more_than" or "less_than"))
            {
                continue;
            }

            var next = sentence.At(hit.End);
            var begun = NumberReader.CurrencyOf(next) is not null || (next is "k" or "mio" or "tsd" && !sentence.IsNumber(hit.End + 1));
            if (begun && !reading.Numbers.Exists(number => number.First >= hit.First && number.First <= hit.End + 1))
            {
                return sentence.Slice(hit.First, hit.End + 1);
            }
        }

        return null;
    }
}
