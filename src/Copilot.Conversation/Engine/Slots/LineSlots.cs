using System.Text.Json.Nodes;
using Copilot.Core;

namespace Copilot.Conversation;

/// <summary>Articles with quantities: "12 units of LL-CDL-200 and 6x LL-HND-250", "LL-CDL-200 x 24".</summary>
internal static class LineSlots
{
    private const int Reach = 4;

    /// <summary>Fills the tool's lines.</summary>
    public static void Fill(SlotContext context)
    {
        if (context.Tool.Parameters.FirstOrDefault(parameter => parameter.Kind == ParameterKind.Lines) is not { } parameter)
        {
            return;
        }

        var skus = context.Reading.Names.Where(name => name.Kind == ParameterKind.Sku && name.Value is not null).ToList();
        var numbers = context.Reading.Numbers.Where(number => number is { IsWhole: true, Currency: null, Unit: NumberUnit.None or NumberUnit.Pieces } && number.Value > 0).ToList();
        var lines = new JsonArray();
        var before = skus.Count > 0 && numbers.Exists(number => number.First < skus[0].First);
        foreach (var sku in skus)
        {
            var number = Nearest(sku, numbers, skus, before) ?? Nearest(sku, numbers, skus, !before);
            if (number is null)
            {
                continue;
            }

            numbers.Remove(number);
            context.Use(sku.First, sku.End);
            context.Use(number.First, number.End);
            lines.Add(new JsonObject { ["sku"] = sku.Value, ["quantity"] = (int)number.Value });
        }

        if (lines.Count > 0)
        {
            context.Arguments[parameter.Name] = lines;
        }
    }

    private static NumberMention? Nearest(NameMention sku, List<NumberMention> numbers, List<NameMention> skus, bool before)
    {
        var candidates = before
            ? numbers.Where(number => number.End <= sku.First && sku.First - number.End <= Reach).OrderByDescending(number => number.End)
            : numbers.Where(number => number.First >= sku.End && number.First - sku.End <= Reach).OrderBy(number => number.First);
        return candidates.FirstOrDefault(number => !skus.Exists(other => !ReferenceEquals(other, sku) && (before ? other.First >= number.End && other.End <= sku.First : other.First >= sku.End && other.End <= number.First)));
    }
}
