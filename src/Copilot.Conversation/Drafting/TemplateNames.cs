using System.Text.RegularExpressions;

namespace Copilot.Conversation;

/// <summary>
/// Whether every name in a template has a value, in parts that are left out as well: the template engine looks at a name only where it comes by, and
/// takes a misspelt condition for false.
/// </summary>
internal static partial class TemplateNames
{
    /// <summary>Checks it.</summary>
    /// <exception cref="ArgumentException">A name has no value, or a tag is none that templates may use.</exception>
    public static void Check(string template, string text, IReadOnlyDictionary<string, object> values)
    {
        if (text.Contains("{{{", StringComparison.Ordinal))
        {
            throw new ArgumentException($"{template} says a name in three braces; two are enough.", nameof(template));
        }

        var (scopes, blocks) = (new Stack<IReadOnlyDictionary<string, object>?>(), new Stack<string>());
        scopes.Push(values);
        foreach (var tag in Tag().EnumerateMatches(text))
        {
            var inner = text.Substring(tag.Index + 2, tag.Length - 4).Trim();
            switch (inner.Split(' '))
            {
                case ["#if" or "#unless", var condition]:
                    Look(template, condition, scopes);
                    blocks.Push(inner[1..].Split(' ')[0]);
                    break;
                case ["#each", var list]:
                    scopes.Push(Rows(template, list, Look(template, list, scopes)));
                    blocks.Push("each");
                    break;
                case ["else"] when blocks.Count > 0 && blocks.Peek() != "each":
                    break;
                case [['/', ..] end] when blocks.TryPop(out var open) && open == end[1..]:
                    _ = open == "each" ? scopes.Pop() : null;
                    break;
                case [var name] when Name().IsMatch(name):
                    Look(template, name, scopes);
                    break;
                default:
                    throw new ArgumentException($"{template} says {{{{{inner}}}}}, which a template cannot say here.", nameof(template));
            }
        }

        if (blocks.Count > 0)
        {
            throw new ArgumentException($"{template} does not end its {blocks.Peek()}.", nameof(template));
        }
    }

    // the rows of an empty list cannot be looked into: the tests render every template with every list filled
    private static IReadOnlyDictionary<string, object>? Rows(string template, string name, object? value) => value switch
    {
        null => null,
        IEnumerable<IReadOnlyDictionary<string, object>> rows => rows.FirstOrDefault(),
        _ => throw new ArgumentException($"\"{name}\" in {template} is no list.", nameof(template)),
    };

    private static object? Look(string template, string name, Stack<IReadOnlyDictionary<string, object>?> scopes)
    {
        var up = 0;
        while (name.StartsWith("../", StringComparison.Ordinal))
        {
            (name, up) = (name[3..], up + 1);
        }

        if (up >= scopes.Count)
        {
            throw new ArgumentException($"\"{name}\" in {template} reaches too far out.", nameof(template));
        }

        var scope = scopes.ElementAt(up);
        return scope is null ? null : scope.TryGetValue(name, out var value) ? value : throw new ArgumentException($"\"{name}\" in {template} has no value.", nameof(template));
    }

    [GeneratedRegex(@"\{\{[^{}]*\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex(@"^(\.\./)*[a-z][a-z0-9_]*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Name();
}
