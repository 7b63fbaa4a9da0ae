using System.Text.Json.Nodes;
using Copilot.Core;

namespace Copilot.Conversation;

/// <summary>Amounts of money, and the currency named with them.</summary>
internal static class AmountSlots
{
    /// <summary>Fills the tool's amounts.</summary>
    public static void Fill(SlotContext context)
    {
        foreach (var parameter in context.Tool.Parameters.Where(parameter => parameter.Kind == ParameterKind.Amount))
        {
            if (Find(context, parameter) is { } amount)
            {
                context.Set(parameter.Name, JsonValue.Create(amount.Value), amount.First, amount.End);
                if (amount.Currency is { } currency && context.Tool.Parameter("currency") is not null)
                {
                    context.Arguments["currency"] = currency;
                }
            }
        }

        Currency(context);
    }

    private static NumberMention? Find(SlotContext context, ToolParameter parameter)
    {
        var free = context.Reading.Numbers.Where(number => number.Unit == NumberUnit.None && !context.IsUsed(number.First, number.End)).ToList();
        if (free.Find(number => number.IsMoney) is { } money)
        {
            return money;
        }

        if (parameter.Name is "min_value" or "min_amount")
        {
            return free.Find(number => context.Reading.Concepts.Exists(hit => hit.Concept == "more_than" && hit.End <= number.First && number.First - hit.End <= 1) || context.Reading.Sentence.IsMark(number.First - 1, '>'))
                ?? free.Find(number => context.Reading.Sentence.IsMark(number.End, '+') && number.Value > 180);
        }

        if (parameter.Name == "price")
        {
            return context.Reading.Has("price") ? free.LastOrDefault() : null;
        }

        return parameter.Required ? free.FirstOrDefault() : free.Find(number => number.Value >= 10 && Amounts(context, number));
    }

    /// <summary>"For 250", "over 250": an optional amount needs such a word before it.</summary>
    private static bool Amounts(SlotContext context, NumberMention number) =>
        context.Reading.Sentence.At(number.First - 1) is "for" or "of" or "uber" or "ueber" or "von" or "pour" or "de" or "voor" or "van" or "about" or "amount" or "betrag" or "montant" or "bedrag" or "over";

    /// <summary>"In GBP", "the USD ones": a currency without an amount.</summary>
    private static void Currency(SlotContext context)
    {
        if (context.Tool.Parameter("currency") is null || context.Has("currency"))
        {
            return;
        }

        var sentence = context.Reading.Sentence;
        for (var i = 0; i < sentence.Count; i++)
        {
            if (!context.Reading.Linked[i] && !context.IsUsed(i) && NumberReader.CurrencyOf(sentence.At(i)) is { } currency && sentence.At(i) is not ("pond" or "livre" or "frank" or "bucks"))
            {
                context.Set("currency", JsonValue.Create(currency), i, i + 1);
                return;
            }
        }
    }
}
