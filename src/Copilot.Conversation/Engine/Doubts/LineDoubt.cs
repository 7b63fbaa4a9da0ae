using Copilot.Core;

namespace Copilot.Conversation;

/// <summary>
/// What of an order's lines cannot be taken as it was typed: cartons where units are counted, an article without a quantity, a
/// price of one's own. To read on would enter another order.
/// </summary>
internal static class LineDoubt
{
    private static readonly HashSet<string> Packs = TextTools.Set(
        "carton cartons case cases box boxes pack packs pallet pallets dozen dozens doz karton kartons kisten kiste palette paletten dutzend paquet paquets caisse caisses palettes douzaine douzaines doos dozijn");

    /// <summary>What to say; nothing where every line can be taken as it stands.</summary>
    public static string? Find(Tool tool, SentenceReading reading, SlotContext slots)
    {
        if (!tool.Parameters.Any(parameter => parameter.Kind == ParameterKind.Lines))
        {
            return null;
        }

        var sentence = reading.Sentence;
        foreach (var number in reading.Numbers)
        {
            // the word of the unit is the number's last where it is known, else the one behind it
            var unit = Packs.Contains(sentence.At(number.End - 1)) ? number.End - 1 : number.End;
            if (slots.IsUsed(number.First) && Packs.Contains(sentence.At(unit)))
            {
                return $"I count units, not \"{sentence.At(unit)}\", so nothing is proposed. Say how many units \"{sentence.Slice(number.First, unit + 1)}\" are.";
            }

            if (number.Currency is not null && !slots.IsUsed(number.First))
            {
                return $"I enter no price of one's own (\"{sentence.Slice(number.First, number.End)}\"), so nothing is proposed. The customer's price list decides; a price is changed on the order: change the price of LL-CDL-200 on SO-10482 to 1.00";
            }
        }

        return reading.Names.Find(name => name is { Kind: ParameterKind.Sku, Value: not null } && !slots.IsUsed(name.First)) is { } sku && slots.Arguments.ContainsKey("lines")
            ? $"How many units of {sku.Value}? Nothing is proposed before each article has its quantity." : null;
    }
}
