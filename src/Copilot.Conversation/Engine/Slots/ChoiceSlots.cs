using System.Text.Json.Nodes;
using Copilot.Core;

namespace Copilot.Conversation;

/// <summary>Enumerations and flags, by their words in four languages.</summary>
internal static class ChoiceSlots
{
    private static readonly HashSet<string> Prepositions = "by per each every nach pro je par per selon suivant naar volgens op across".Split(' ').ToHashSet(StringComparer.Ordinal);

    private static readonly HashSet<string> Articles = "the each every jedem jeder jedes dem der die das den chaque le la les de het elke iedere".Split(' ').ToHashSet(StringComparer.Ordinal);

    /// <summary>Fills the tool's choices and flags.</summary>
    public static void Fill(SlotContext context)
    {
        foreach (var parameter in context.Tool.Parameters)
        {
            if (context.Has(parameter.Name))
            {
                continue;
            }

            if (parameter.Kind == ParameterKind.Flag)
            {
                Flag(context, parameter);
            }
            else if (parameter.Kind == ParameterKind.Choice)
            {
                Choice(context, parameter);
            }
        }

        // "blocked for credit" gives the reason, which says already that the order is on hold; "on hold for credit" says both
        if (context.Has("hold_reason") && context.Arguments["status"]?.ToString() == "on_hold" && !SaysOnHold(context.Reading.Sentence))
        {
            context.Arguments.Remove("status");
        }

        if (context.Tool.Parameter("field") is { } field && !context.Has("field"))
        {
            Field(context, field);
        }
    }

    private static bool SaysOnHold(Sentence sentence) => Enumerable.Range(0, sentence.Count).Any(i => sentence.At(i) is "on" or "auf" or "im" or "in" && (sentence.At(i + 1) == "hold" || (sentence.IsMark(i + 1, '-') && sentence.At(i + 2) == "hold")));

    /// <summary>The field that a new value belongs to, where it is not named: "move OPP-7201 to negotiation", "reassign it to Tom", "is worth 80,000 now".</summary>
    private static void Field(SlotContext context, ToolParameter parameter)
    {
        var account = context.Tool.Parameter("account") is not null;
        var named = context.Reading.Concepts.FirstOrDefault(hit => hit.Concept.StartsWith("afield=", StringComparison.Ordinal));
        var field = account && named.Concept is { } concept ? concept["afield=".Length..]
            : context.Reading.Has("next_step") ? "next_step"
            : !account && context.Reading.Concepts.Exists(hit => hit.Concept.StartsWith("stage=", StringComparison.Ordinal)) ? "stage"
            : context.Reading.Names.Exists(name => name.Kind == ParameterKind.Person) || context.Reading.Has("owner") ? "owner"
            : account ? null
            : context.Reading.Numbers.Exists(number => number.IsMoney || number.Value >= 1000) ? "amount"
            : context.Reading.Times.Count > 0 ? "close_date"
            : null;
        if (field is not null)
        {
            context.Arguments[parameter.Name] = field;
        }
    }

    private static readonly HashSet<string> Never = TextTools.Set("never nie niemals jamais nooit");

    private static void Flag(SlotContext context, ToolParameter parameter)
    {
        if (parameter.Name == "on")
        {
            var off = context.Reading.Has("flag.off") || Array.Exists(context.Reading.Sentence.Tokens, token => Never.Contains(token.Text));
            var lifted = context.Reading.Has("flag.lifted");
            var on = context.Reading.Has("flag.on") || lifted;
            if (off || on || context.Reading.Has("reminder_setting"))
            {
                // "turn the reminders off again": off is the stronger word, "again" alone turns on
                context.Arguments[parameter.Name] = on && (!off || lifted);
            }

            return;
        }

        if (context.Reading.Hit(parameter.Name) is { } hit && !context.IsUsed(hit.First, hit.End))
        {
            context.Set(parameter.Name, JsonValue.Create(true), hit.First, hit.End);
        }
    }

    private static void Choice(SlotContext context, ToolParameter parameter)
    {
        if (parameter.Name == "by")
        {
            Breakdown(context, parameter);
            return;
        }

        if (parameter.Name == "type" && EdifactType(context, parameter))
        {
            return;
        }

        var prefix = parameter.Name + "=";
        ConceptHit? best = null;
        foreach (var hit in context.Reading.Concepts)
        {
            if (!hit.Concept.StartsWith(prefix, StringComparison.Ordinal) || !parameter.Choices.Contains(hit.Concept[prefix.Length..], StringComparer.Ordinal) || context.IsUsed(hit.First, hit.End))
            {
                continue;
            }

            if (best is not { } known || hit.End - hit.First > known.End - known.First)
            {
                best = hit;
            }
        }

        if (best is { } found)
        {
            context.Set(parameter.Name, JsonValue.Create(found.Concept[prefix.Length..]), found.First, found.End);
        }
    }

    /// <summary>"By region", "pro Lager", "par client": a dimension counts behind such a word only, or as "monthly", "broken down by …".</summary>
    private static void Breakdown(SlotContext context, ToolParameter parameter)
    {
        var sentence = context.Reading.Sentence;
        ConceptHit? foreign = null;
        foreach (var hit in context.Reading.Concepts)
        {
            // ageing is by age in any case: "by age and region" asks for the region
            if (!hit.Concept.StartsWith("dim=", StringComparison.Ordinal) || (hit.Concept == "dim=age" && context.Tool.Name == "receivables_aging"))
            {
                continue;
            }

            var before = hit.First - 1;
            while (Articles.Contains(sentence.At(before)) && !Prepositions.Contains(sentence.At(before)))
            {
                before--;
            }

            var word = sentence.At(hit.First);
            if (Prepositions.Contains(sentence.At(before)) || word is "monthly" or "quarterly" or "monatlich" or "mensuel" or "maandelijks" or "regional" || (word.StartsWith("monatlich", StringComparison.Ordinal) || word.StartsWith("quartalsweise", StringComparison.Ordinal))
                || sentence.At(hit.End) is "wise" || (sentence.IsMark(hit.End, '-') && sentence.At(hit.End + 1) == "wise"))
            {
                if (!parameter.Choices.Contains(hit.Concept[4..], StringComparer.Ordinal))
                {
                    foreign = hit;
                    continue;
                }

                context.Set(parameter.Name, JsonValue.Create(hit.Concept[4..]), Math.Max(before, 0), hit.End);
                return;
            }
        }

        if (context.Tool.Name == "receivables_aging" && RankedCustomers.In(context))
        {
            context.Arguments[parameter.Name] = "customer";
            return;
        }

        // "per day overdue", "by hand": only a breakdown that stands last is one that was meant and is not to be had
        if (foreign is { } other && other.End >= sentence.Count - 1 && parameter.Choices.Count > 0)
        {
            context.Problems.Add(new SlotProblem(parameter, parameter.Choices, sentence.Slice(other.First, other.End)));
        }
    }

    /// <summary>ORDERS in capitals is the EDIFACT message, "orders" is what people talk about.</summary>
    private static bool EdifactType(SlotContext context, ToolParameter parameter)
    {
        var sentence = context.Reading.Sentence;
        for (var i = 0; i < sentence.Count; i++)
        {
            if (sentence.IsWord(i) && sentence.Tokens[i].Length == 6 && sentence.Slice(i, i + 1) == "ORDERS")
            {
                context.Set(parameter.Name, JsonValue.Create("ORDERS"), i, i + 1);
                return true;
            }
        }

        return false;
    }
}
