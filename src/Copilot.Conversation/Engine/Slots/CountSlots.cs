using System.Text.Json.Nodes;
using Copilot.Core;

namespace Copilot.Conversation;

/// <summary>Whole numbers: "top 5", "more than 60 days", "within 5 days", "to 24 units".</summary>
internal static class CountSlots
{
    private static readonly HashSet<string> Nouns = new(StringComparer.Ordinal)
    {
        "order", "invoice", "customer", "chargeback", "opportunity", "account", "payment", "message", "product", "dispute_noun", "owner", "collector", "shipment", "warehouse", "sop",
    };

    /// <summary>Fills the tool's counts.</summary>
    public static void Fill(SlotContext context)
    {
        foreach (var parameter in context.Tool.Parameters.Where(parameter => parameter.Kind == ParameterKind.Count))
        {
            switch (parameter.Name)
            {
                case "limit":
                    Limit(context, parameter);
                    break;
                case "quantity":
                    Quantity(context, parameter);
                    break;
                default:
                    Days(context, parameter);
                    break;
            }
        }
    }

    private static void Limit(SlotContext context, ToolParameter parameter)
    {
        foreach (var number in context.Reading.Numbers)
        {
            if (number is { IsWhole: true, Currency: null, Scaled: false, Unit: NumberUnit.None or NumberUnit.Pieces } && number.Value is >= 1 and <= 100_000 && !context.IsUsed(number.First, number.End) && Ranks(context, number))
            {
                context.Set(parameter.Name, JsonValue.Create((int)number.Value), number.First, number.End);
                return;
            }
        }
    }

    /// <summary>Whether the number stands beside "top", "biggest", "rows", or before what is listed.</summary>
    private static bool Ranks(SlotContext context, NumberMention number)
    {
        foreach (var hit in context.Reading.Concepts)
        {
            if (hit.Concept == "v.top" && ((hit.End <= number.First && number.First - hit.End <= 1) || (hit.First >= number.End && hit.First - number.End <= 2)))
            {
                return true;
            }
        }

        var sentence = context.Reading.Sentence;
        if (sentence.At(number.End) is "rows" or "lines" or "zeilen" or "lignes" or "regels" or "rijen" or "results" or "resultaten" or "ergebnisse" or "resultats" || sentence.At(number.First - 1) is "limit" or "limite" or "max" or "maximum" or "maximal")
        {
            return true;
        }

        var compared = context.Reading.Concepts.Exists(hit => hit.Concept is "more_than" or "less_than" && hit.End <= number.First && number.First - hit.End <= 1);
        return !compared && number.Value is >= 2 and <= 100 && context.Reading.Concepts.Exists(hit => Nouns.Contains(hit.Concept) && hit.First >= number.End && hit.First - number.End <= 1);
    }

    private static void Quantity(SlotContext context, ToolParameter parameter)
    {
        var free = context.Reading.Numbers.Where(number => number is { IsWhole: true, Currency: null, Unit: NumberUnit.None or NumberUnit.Pieces, Scaled: false } && !context.IsUsed(number.First, number.End) && !Replaced(context, number)).ToList();
        var pieces = free.FindLast(number => number.Unit == NumberUnit.Pieces) ?? free.LastOrDefault(number => !PriceWord(context, number));
        if (pieces is not null)
        {
            context.Set(parameter.Name, JsonValue.Create((int)pieces.Value), pieces.First, pieces.End);
        }
    }

    /// <summary>"48 instead of 50": the one that is to go.</summary>
    private static bool Replaced(SlotContext context, NumberMention number)
    {
        var sentence = context.Reading.Sentence;
        return sentence.At(number.First - 1) is "statt" or "anstatt" || (sentence.At(number.First - 1) is "of" or "de" or "van" && sentence.At(number.First - 2) is "instead" or "lieu" or "plaats");
    }

    private static bool PriceWord(SlotContext context, NumberMention number) =>
        context.Reading.Has("price") && !context.Reading.Has("quantity") || context.Reading.Concepts.Exists(hit => hit.Concept == "price" && hit.End <= number.First && number.First - hit.End <= 2);

    private static void Days(SlotContext context, ToolParameter parameter)
    {
        if (context.Has(parameter.Name))
        {
            return;
        }

        var numbers = context.Reading.Numbers.Where(number => number.IsWhole && !context.IsUsed(number.First, number.End)).ToList();
        var days = numbers.Find(number => number.Unit == NumberUnit.Days)
            ?? numbers.Find(number => number is { Currency: null, Unit: NumberUnit.None, Scaled: false } && number.Value is > 0 and <= 180 && Compared(context, number));
        if (days is not null)
        {
            context.Set(parameter.Name, JsonValue.Create((int)days.Value), days.First, days.End);
        }
    }

    /// <summary>"Over 60", "60+": a small number compared with counts days.</summary>
    private static bool Compared(SlotContext context, NumberMention number) =>
        context.Reading.Sentence.IsMark(number.End, '+')
        || context.Reading.Concepts.Exists(hit => hit.Concept is "more_than" or "less_than" && hit.End <= number.First && number.First - hit.End <= 1);
}
