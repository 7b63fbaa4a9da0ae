using System.Globalization;
using System.Text.Json.Nodes;
using Copilot.Core;

namespace Copilot.Conversation;

/// <summary>Document numbers and purchase orders.</summary>
internal static class DocumentSlots
{
    private static readonly Dictionary<ParameterKind, DocumentKind> Kinds = new()
    {
        [ParameterKind.Order] = DocumentKind.Order, [ParameterKind.Invoice] = DocumentKind.Invoice, [ParameterKind.Invoices] = DocumentKind.Invoice, [ParameterKind.Payment] = DocumentKind.Payment,
        [ParameterKind.Chargeback] = DocumentKind.Chargeback, [ParameterKind.Opportunity] = DocumentKind.Opportunity, [ParameterKind.EdiMessage] = DocumentKind.EdiMessage,
    };

    /// <summary>The kind of document an argument takes.</summary>
    public static DocumentKind? KindOf(ParameterKind kind) => Kinds.TryGetValue(kind, out var document) ? document : null;

    /// <summary>Fills the tool's document arguments.</summary>
    public static void Fill(SlotContext context)
    {
        foreach (var parameter in context.Tool.Parameters)
        {
            if (parameter.Kind == ParameterKind.PurchaseOrder)
            {
                Purchase(context, parameter);
            }
            else if (KindOf(parameter.Kind) is { } kind)
            {
                Document(context, parameter, kind);
            }
        }
    }

    private static void Purchase(SlotContext context, ToolParameter parameter)
    {
        if (context.Reading.Documents.Find(document => document.Kind is null) is { } purchase)
        {
            context.Set(parameter.Name, JsonValue.Create(purchase.Value), purchase.First, purchase.End);
        }
    }

    private static void Document(SlotContext context, ToolParameter parameter, DocumentKind kind)
    {
        var found = context.Reading.Documents.Where(document => document.Kind == kind || (kind == DocumentKind.Order && document.Kind is null)).ToList();
        if (found.Count == 0 && parameter.Required)
        {
            // "did they pay 20266", "CN 20574": the word before the number was no prefix
            found = [.. context.Reading.Documents.Where(document => document.Loose).Take(1).Select(document => document with { Kind = kind, Value = DocumentNumber.PrefixOf(kind) + document.Value[document.Value.IndexOf('-', StringComparison.Ordinal)..] })];
        }

        if (found.Count == 0 && (parameter.Required || (parameter.Kind == ParameterKind.Invoices && context.Reading.Documents.Count > 0)))
        {
            found = Bare(context, parameter, kind);
        }

        if (found.Count == 0)
        {
            return;
        }

        if (parameter.Kind == ParameterKind.Invoices)
        {
            context.Arguments[parameter.Name] = new JsonArray([.. found.Select(document => (JsonNode)JsonValue.Create(document.Value)).DistinctBy(node => node.ToString())]);
            found.ForEach(document => context.Use(document.First, document.End));
        }
        else
        {
            context.Set(parameter.Name, JsonValue.Create(found[0].Value), found[0].First, found[0].End);
        }
    }

    /// <summary>A bare number where the tool needs a document: "why is 10482 held?", "match PAY-50044 against 20533".</summary>
    private static List<DocumentMention> Bare(SlotContext context, ToolParameter parameter, DocumentKind kind) =>
    [
        .. context.Reading.Numbers
            .Where(number => !context.IsUsed(number.First) && number is { Currency: null, Unit: NumberUnit.None, Scaled: false } && number.Value is >= 1000 and <= 9_999_999_999 && number.End - number.First == 1)
            .Take(parameter.Kind == ParameterKind.Invoices ? 20 : 1)
            .Select(number => new DocumentMention(number.First, number.End, kind, Number(number.Value, kind))),
    ];

    private static string Number(decimal value, DocumentKind kind)
    {
        var digits = value.ToString("0", CultureInfo.InvariantCulture);
        return digits.Length == 10 ? digits : DocumentNumber.PrefixOf(kind) + "-" + digits;
    }
}
