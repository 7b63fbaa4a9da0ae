using Copilot.Core;

namespace Copilot.Conversation;

/// <summary>"The first one", "die zweite", "la dernière": a row of the last table.</summary>
internal static class RowReferences
{
    private static readonly Dictionary<string, ParameterKind> RowKinds = new(StringComparer.Ordinal)
    {
        ["orders_find"] = ParameterKind.Order, ["orders_backorders"] = ParameterKind.Order, ["orders_reconcile"] = ParameterKind.Order, ["logistics_exceptions"] = ParameterKind.Order,
        ["receivables_overdue"] = ParameterKind.Invoice, ["receivables_due_soon"] = ParameterKind.Invoice, ["receivables_risk"] = ParameterKind.Invoice, ["receivables_disputes"] = ParameterKind.Invoice,
        ["receivables_aging"] = ParameterKind.Customer, ["receivables_worklist"] = ParameterKind.Customer, ["receivables_credit"] = ParameterKind.Customer, ["receivables_promises"] = ParameterKind.Customer,
        ["receivables_dso"] = ParameterKind.Customer, ["receivables_cash"] = ParameterKind.Payment, ["chargebacks_find"] = ParameterKind.Chargeback, ["crm_pipeline"] = ParameterKind.Opportunity,
        ["crm_hygiene"] = ParameterKind.Opportunity, ["forecast_at_risk"] = ParameterKind.Opportunity, ["crm_duplicates"] = ParameterKind.Account, ["edi_failures"] = ParameterKind.EdiMessage,
    };

    private static readonly Dictionary<ParameterKind, string> Opens = new()
    {
        [ParameterKind.Order] = "orders_show", [ParameterKind.Invoice] = "receivables_invoice", [ParameterKind.Customer] = "receivables_account", [ParameterKind.Chargeback] = "chargebacks_show",
        [ParameterKind.Opportunity] = "crm_opportunity", [ParameterKind.Account] = "crm_account", [ParameterKind.EdiMessage] = "edi_message", [ParameterKind.Payment] = "receivables_cash",
    };

    private static readonly HashSet<string> Ones = "one ones row line entry item in der die das le la de het zeile ligne regel".Split(' ').ToHashSet(StringComparer.Ordinal);

    private static readonly HashSet<string> Lasts = "last letzte letzten letzter letztes dernier derniere laatste".Split(' ').ToHashSet(StringComparer.Ordinal);

    /// <summary>What the rows of a tool's table are.</summary>
    public static ParameterKind? KindOf(string? tool) => tool is not null && RowKinds.TryGetValue(tool, out var kind) ? kind : null;

    /// <summary>The tool that opens a record of that kind.</summary>
    public static string? Opener(ParameterKind kind) => Opens.GetValueOrDefault(kind);

    /// <summary>The tool that opens a document by its number.</summary>
    public static string? Opener(DocumentKind? kind) => kind switch
    {
        DocumentKind.Order or null => "orders_show",
        DocumentKind.Invoice => "receivables_invoice",
        DocumentKind.Chargeback => "chargebacks_show",
        DocumentKind.Opportunity => "crm_opportunity",
        DocumentKind.EdiMessage => "edi_message",
        _ => null,
    };

    /// <summary>The row meant, from nought; -1 for the last; none when the sentence means no row.</summary>
    public static int? Find(SentenceReading reading)
    {
        var sentence = reading.Sentence;
        for (var i = 0; i < sentence.Count; i++)
        {
            if (reading.Linked[i] || InTime(reading, i))
            {
                continue;
            }

            if (TimeWords.Ordinals.TryGetValue(sentence.At(i), out var number) && Alone(reading, i + 1))
            {
                return number - 1;
            }

            if (sentence.IsNumber(i) && sentence.IsGlued(i + 1) && sentence.At(i + 1) is "st" or "nd" or "rd" or "th" && Alone(reading, i + 2) && sentence.Tokens[i].Length <= 2)
            {
                return int.Parse(sentence.At(i), System.Globalization.CultureInfo.InvariantCulture) - 1;
            }

            if (sentence.At(i) is "number" or "nummer" or "numero" or "row" or "zeile" or "ligne" or "rij" && sentence.IsNumber(i + 1) && sentence.Tokens[i + 1].Length <= 2)
            {
                return int.Parse(sentence.At(i + 1), System.Globalization.CultureInfo.InvariantCulture) - 1;
            }

            if (Lasts.Contains(sentence.At(i)) && (sentence.At(i + 1) is "one" || (i + 1 >= sentence.Count && sentence.Count <= 4)))
            {
                return -1;
            }
        }

        return null;
    }

    private static bool InTime(SentenceReading reading, int token) => reading.Times.Exists(time => time.First <= token && token < time.End);

    /// <summary>"The first one", "the first", "open the second order", but not "first reminder" or "first 10".</summary>
    private static bool Alone(SentenceReading reading, int next)
    {
        var sentence = reading.Sentence;
        if (next >= sentence.Count || Ones.Contains(sentence.At(next)) || sentence.Tokens[next].Kind == TokenKind.Mark)
        {
            return true;
        }

        if (sentence.IsNumber(next))
        {
            return false;
        }

        return reading.Concepts.Exists(hit => hit.First == next && hit.Concept is "order" or "invoice" or "customer" or "chargeback" or "opportunity" or "account" or "message" or "payment")
            || sentence.At(next) is "on" or "please" or "because" or "bitte" or "svp" or "wegen" or "auf" or "an" or "frei" or "op" or "vrij" or "wegens" or "to" or "and" or "for" or "weil" or "parce" or "off" or "en" or "omdat" or "zurueck" or "zeigen" or "again";
    }
}
