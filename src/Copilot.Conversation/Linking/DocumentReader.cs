using Copilot.Core;

namespace Copilot.Conversation;

/// <summary>A document number, purchase order or SKU of a sentence.</summary>
/// <param name="First">First token, the word before it included ("order 10482").</param>
/// <param name="End">The token after the last.</param>
/// <param name="Kind">Its kind; none for a purchase order.</param>
/// <param name="Value">Canonical text.</param>
/// <param name="Loose">Whether its prefix is a word of its own ("pay 20266"), which may mean something else.</param>
internal sealed record DocumentMention(int First, int End, DocumentKind? Kind, string Value, bool Loose = false);

/// <summary>Finds document numbers with or without dash or prefix, and customers' purchase orders.</summary>
internal static class DocumentReader
{
    private static readonly Dictionary<string, DocumentKind> Prefixes = Map(
        (DocumentKind.Order, "so ord"), (DocumentKind.Invoice, "inv"), (DocumentKind.Payment, "pay pmt"), (DocumentKind.Shipment, "shp"),
        (DocumentKind.Chargeback, "cb cbk"), (DocumentKind.Opportunity, "opp"), (DocumentKind.EdiMessage, "edi"), (DocumentKind.CreditNote, "cn"));

    private static readonly Dictionary<string, DocumentKind> Nouns = Map(
        (DocumentKind.Order, "order orders auftrag auftrage auftrags bestellung commande commandes bestelling order salesorder"),
        (DocumentKind.Invoice, "invoice invoices rechnung rechnungen facture factures factuur facturen invoice's"),
        (DocumentKind.Payment, "payment payments zahlung zahlungen zahlungseingang paiement paiements betaling betalingen reglement"),
        (DocumentKind.Shipment, "shipment shipments sendung sendungen expedition envoi zending zendingen"),
        (DocumentKind.Chargeback, "chargeback chargebacks ruckbelastung ruckbelastungen retrofacturation terugvordering belastung"),
        (DocumentKind.Opportunity, "opportunity opportunities deal deals opp chance verkaufschance opportunite opportunites affaire opportuniteit kans"),
        (DocumentKind.EdiMessage, "message messages nachricht nachrichten bericht berichten edi"));

    private static readonly HashSet<string> Fillers = "no nr number num numero nummer n reference ref".Split(' ').ToHashSet(StringComparer.Ordinal);

    private static readonly HashSet<string> Purchase = "po pos bestellnummer".Split(' ').ToHashSet(StringComparer.Ordinal);

    /// <summary>All numbers of documents, left to right.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="shapes">How the company's own documents are numbered, beside the numbers of this house.</param>
    public static List<DocumentMention> Read(Sentence sentence, IReadOnlyList<NumberShape> shapes)
    {
        var result = new List<DocumentMention>();
        DocumentKind? listed = null;
        for (var i = 0; i < sentence.Count; i++)
        {
            var mention = (shapes.Count > 0 ? Shaped(sentence, i, shapes) : null) ?? At(sentence, i, listed);
            if (mention is not null)
            {
                result.Add(mention);
                listed = mention.Kind;
                i = mention.End - 1;
            }
            else if (listed is not null && !(sentence.IsMark(i, ',') || sentence.IsMark(i, '+') || sentence.IsMark(i, '&') || sentence.IsMark(i, '/') || sentence.At(i) is "and" or "und" or "et" or "en" or "or" or "oder" or "ou" or "of"))
            {
                listed = null;
            }
        }

        return result;
    }

    /// <summary>"R-1002", "RE 2026/117", "0000611365": a number as the company's own system writes them, kept as typed; the noun before it decides between kinds.</summary>
    private static DocumentMention? Shaped(Sentence sentence, int index, IReadOnlyList<NumberShape> shapes)
    {
        var noun = Nouns.TryGetValue(sentence.At(index), out var named) ? named : (DocumentKind?)null;
        var start = noun is null ? index : index + 1;
        while (noun is not null && (Fillers.Contains(sentence.At(start)) || sentence.IsMark(start, '#')))
        {
            start++;
        }

        var letters = sentence.IsWord(start) ? sentence.At(start) : "";
        var digits = letters.Length == 0 ? start : sentence.IsNumber(start + 1) ? start + 1 : start + 2;
        if (!sentence.IsNumber(digits) || (digits > start && !sentence.IsGlued(start + 1)) || (digits > start + 1 && !sentence.IsGlued(digits)))
        {
            return null;
        }

        var end = digits + 1;
        while (end + 1 < sentence.Count && sentence.At(end) is "-" or "/" && sentence.IsGlued(end) && sentence.IsNumber(end + 1) && sentence.IsGlued(end + 1))
        {
            end += 2;
        }

        var fitting = shapes.Where(shape => letters.Length > 0 ? shape.Letters == letters : shape.Letters.Length == 0 && shape.Digits == sentence.Tokens[digits].Length && (shape.Digits >= 5 || noun is not null)).Select(shape => shape.Kind).ToList();
        return fitting.Count == 0 || (noun is { } kind && !fitting.Contains(kind)) ? null : new DocumentMention(index, end, noun ?? fitting[0], sentence.Slice(start, end));
    }

    private static DocumentMention? At(Sentence sentence, int index, DocumentKind? listed)
    {
        var word = sentence.At(index);
        if (sentence.IsWord(index))
        {
            if (Prefixes.TryGetValue(word, out var kind) && NumberAfter(sentence, index + 1, Least(sentence, index + 1, kind), out var end, out var digits))
            {
                return new DocumentMention(index, end, kind, DocumentNumber.PrefixOf(kind) + "-" + digits, Loose: end == index + 2 && !sentence.IsGlued(index + 1));
            }

            if (Purchase.Contains(word) && NumberAfter(sentence, index + 1, 3, out end, out digits))
            {
                return new DocumentMention(index, end, null, digits);
            }

            if (Nouns.TryGetValue(word, out kind) && NumberAfter(sentence, index + 1, 4, out end, out digits) && !(digits.Length == 4 && kind != DocumentKind.Chargeback && kind != DocumentKind.Opportunity))
            {
                return digits.Length == 10 ? new DocumentMention(index, end, null, digits) : new DocumentMention(index, end, kind, DocumentNumber.PrefixOf(kind) + "-" + digits);
            }

            return null;
        }

        if (!sentence.IsNumber(index))
        {
            return null;
        }

        if (sentence.Tokens[index].Length == 10 && word.StartsWith("45000", StringComparison.Ordinal))
        {
            return new DocumentMention(index, index + 1, null, word);
        }

        // "INV-20417, 20418 and 20419": the kind carries on along a list; a bare five-digit number tells its kind by the ranges in use
        var bare = !sentence.IsGlued(index + 1) || !(sentence.IsMark(index + 1, '.') || sentence.IsMark(index + 1, ',')) || !sentence.IsNumber(index + 2) || !sentence.IsGlued(index + 2);
        return bare && listed is { } same && sentence.Tokens[index].Length is >= 4 and <= 6 && !(sentence.IsGlued(index + 1) && sentence.IsWord(index + 1))
            ? new DocumentMention(index, index + 1, same, DocumentNumber.PrefixOf(same) + "-" + word)
            : null;
    }

    /// <summary>"so 500 units" and "edi 850" are no document numbers: with a blank, a word of daily language needs more digits than with a dash.</summary>
    private static int Least(Sentence sentence, int next, DocumentKind kind) =>
        sentence.IsGlued(next) ? 3 : kind is DocumentKind.Order or DocumentKind.Payment or DocumentKind.EdiMessage ? 5 : 4;

    private static bool NumberAfter(Sentence sentence, int index, int least, out int end, out string digits)
    {
        while (Fillers.Contains(sentence.At(index)) || sentence.At(index) is "-" or "#" or "." or ":" or "°" or "º" || (sentence.IsMark(index, '\'') && sentence.IsWord(index + 1) && sentence.At(index + 1) == "s"))
        {
            index++;
        }

        // "order SO-10482": the prefix itself reads the number
        end = index + 1;
        digits = sentence.At(index);
        return sentence.IsNumber(index) && digits.Length >= least && digits.Length <= 10 && CurrencyFree(sentence, end);
    }

    private static bool CurrencyFree(Sentence sentence, int end) =>
        (NumberReader.CurrencyOf(sentence.At(end)) is null || sentence.IsNumber(end + 1)) && !(sentence.IsGlued(end) && sentence.At(end) is "k" or "m") && !(sentence.At(end) is "," or "." && sentence.IsGlued(end) && sentence.IsNumber(end + 1) && sentence.IsGlued(end + 1));

    private static Dictionary<string, DocumentKind> Map(params (DocumentKind Kind, string Words)[] lists) => lists
        .SelectMany(list => list.Words.Split(' ').Distinct(StringComparer.Ordinal).Select(word => (word, list.Kind)))
        .ToDictionary(pair => pair.word, pair => pair.Kind, StringComparer.Ordinal);
}
