using System.Text.Json.Nodes;
using Copilot.Core;

namespace Copilot.Conversation;

/// <summary>Customers, accounts, people, sites, articles, roles and regions.</summary>
internal static class NameSlots
{
    private static readonly HashSet<string> Into = "into in dans naar onto mit with avec met auf to a vers bij".Split(' ').ToHashSet(StringComparer.Ordinal);

    private static readonly HashSet<string> Latter = "latter second last letzte letztere letzterer letzteres zweite zweiter zweites dernier derniere deuxieme seconde second laatste tweede".Split(' ').ToHashSet(StringComparer.Ordinal);

    private static readonly string[] Stays = ["keep", "stay", "remain", "surviv", "bleib", "behalt", "reste", "gard", "conserv", "blijf", "behoud", "bewaar", "houd"];

    /// <summary>Fills the tool's name arguments.</summary>
    public static void Fill(SlotContext context)
    {
        if (context.Tool.Parameter("keep") is { } keep && context.Tool.Parameter("merge") is { } merge)
        {
            Merge(context, keep, merge);
            return;
        }

        foreach (var parameter in context.Tool.Parameters)
        {
            switch (parameter.Kind)
            {
                case ParameterKind.Customer or ParameterKind.Account or ParameterKind.Person or ParameterKind.Warehouse or ParameterKind.Sku:
                    Name(context, parameter);
                    break;
                case ParameterKind.Region:
                    Word(context, parameter, "region=");
                    break;
                case ParameterKind.Role:
                    Word(context, parameter, "role=");
                    break;
                default:
                    break;
            }
        }
    }

    private static void Name(SlotContext context, ToolParameter parameter)
    {
        var mention = Candidates(context, parameter.Kind).FirstOrDefault(candidate => !context.IsUsed(candidate.First, candidate.End));
        if (mention is null)
        {
            return;
        }

        if (mention.Value is { } value)
        {
            context.Set(parameter.Name, JsonValue.Create(value), mention.First, mention.End);
        }
        else
        {
            context.Use(mention.First, mention.End);
            context.Problems.Add(new SlotProblem(parameter, mention.Values, context.Reading.Sentence.Slice(mention.First, mention.End)));
        }
    }

    private static IEnumerable<NameMention> Candidates(SlotContext context, ParameterKind kind)
    {
        var exact = context.Reading.Names.Where(name => name.Kind == kind);

        // a customer is found among the accounts by the same name, and the other way round
        return kind switch
        {
            ParameterKind.Account => exact.Concat(context.Reading.Names.Where(name => name.Kind == ParameterKind.Customer)),
            ParameterKind.Customer => exact.Concat(context.Reading.Names.Where(name => name.Kind == ParameterKind.Account)),
            _ => exact,
        };
    }

    private static void Word(SlotContext context, ToolParameter parameter, string prefix)
    {
        ConceptHit? best = null;
        foreach (var hit in context.Reading.Concepts)
        {
            if (hit.Concept.StartsWith(prefix, StringComparison.Ordinal) && (best is not { } known || hit.End - hit.First > known.End - known.First))
            {
                best = hit;
            }
        }

        if (best is { } found)
        {
            context.Set(parameter.Name, JsonValue.Create(found.Concept[prefix.Length..]), found.First, found.End);
        }
    }

    /// <summary>"Merge A into B" keeps B; "merge A and B" and "keep A, merge B" keep A.</summary>
    private static void Merge(SlotContext context, ToolParameter keep, ToolParameter merge)
    {
        var sentence = context.Reading.Sentence;
        var accounts = new List<NameMention>();
        foreach (var mention in context.Reading.Names.Where(name => name.Kind is ParameterKind.Account or ParameterKind.Customer).OrderBy(name => name.Kind == ParameterKind.Account ? 0 : 1))
        {
            if (!accounts.Exists(other => other.First < mention.End && mention.First < other.End))
            {
                accounts.Add(mention);
            }
        }

        accounts.Sort((left, right) => left.First - right.First);
        var second = accounts.Count > 1 ? accounts[1] : null;
        var keepFirst = second is null || (!KeepsLatter(sentence, second.End) && (Keeps(sentence, accounts[0], 0) || !Joins(sentence, accounts[0].End, second.First)));
        Put(context, keepFirst ? keep : merge, accounts.FirstOrDefault());
        Put(context, keepFirst ? merge : keep, second);
    }

    private static bool Keeps(Sentence sentence, NameMention mention, int from)
    {
        for (var i = mention.First - 1; i >= from; i--)
        {
            if (sentence.At(i) is "keep" or "keeping" or "behalte" or "behalten" or "garde" or "garder" or "conserve" or "conserver" or "behoud" or "bewaar" or "houd" or "into")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"… and B, keep the latter", "die laatste blijft bestaan".</summary>
    private static bool KeepsLatter(Sentence sentence, int from)
    {
        var behind = Enumerable.Range(from, Math.Max(0, sentence.Count - from)).Select(sentence.At).ToList();
        return behind.Exists(Latter.Contains) && behind.Exists(word => Stays.Any(stem => word.StartsWith(stem, StringComparison.Ordinal)));
    }

    private static bool Joins(Sentence sentence, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (Into.Contains(sentence.At(i)) && sentence.At(i) is not ("mit" or "with" or "avec" or "met"))
            {
                return true;
            }
        }

        return false;
    }

    private static void Put(SlotContext context, ToolParameter parameter, NameMention? mention)
    {
        if (mention is null)
        {
            return;
        }

        if (mention.Value is { } value)
        {
            context.Set(parameter.Name, JsonValue.Create(value), mention.First, mention.End);
        }
        else
        {
            context.Use(mention.First, mention.End);
            context.Problems.Add(new SlotProblem(parameter, mention.Values, context.Reading.Sentence.Slice(mention.First, mention.End)));
        }
    }
}
