using System.Collections.Immutable;
using System.Globalization;
using Copilot.Core;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Copilot.Gate;

/// <summary>Reads a policy file. Whatever it does not understand is a fault with its line, never a rule that is left out.</summary>
internal sealed class PolicyReader(string file, IReadOnlyCollection<string>? roles)
{
    public static readonly string[] Keys =
        ["effect", "request", "confirm", "four_eyes", "four_eyes_above", "limit_per_effect", "limit_per_proposal", "limit_per_day", "second_above", "only_to", "own_records_only", "undo_days", "valid_hours", "hours", "standing"];

    /// <summary>The rules of a text.</summary>
    public Result<IReadOnlyDictionary<EffectRule, PolicyRule>> Read(string text)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            var rules = new Dictionary<EffectRule, PolicyRule>();
            foreach (var node in List(stream))
            {
                var rule = Rule(node);
                if (!rules.TryAdd(rule.Effect, rule))
                {
                    throw new Wrong(PolicyFaults.Twice(file, node.Start.Line, PolicyWords.Of(rule.Effect)));
                }
            }

            return rules;
        }
        catch (Wrong wrong)
        {
            return wrong.Fault;
        }
        catch (YamlException problem)
        {
            return PolicyFaults.NotYaml(file, problem.Start.Line, problem.Message);
        }
    }

    private IEnumerable<YamlMappingNode> List(YamlStream stream)
    {
        if (stream.Documents.Count == 0)
        {
            return [];
        }

        var root = stream.Documents[0].RootNode;
        var list = root is YamlMappingNode named && named.Children.TryGetValue(new YamlScalarNode("policy"), out var inner) ? inner : root;
        return list is YamlSequenceNode sequence
            ? sequence.Select(node => node as YamlMappingNode ?? throw new Wrong(PolicyFaults.NotYaml(file, node.Start.Line, "a rule is a map")))
            : throw new Wrong(PolicyFaults.NotYaml(file, root.Start.Line, "there is no list"));
    }

    private PolicyRule Rule(YamlMappingNode node)
    {
        var fields = node.Children.ToDictionary(pair => Text(pair.Key, "the name of a field"), pair => pair.Value, StringComparer.Ordinal);
        if (fields.Keys.FirstOrDefault(key => !Keys.Contains(key, StringComparer.Ordinal)) is { } unknown)
        {
            throw new Wrong(PolicyFaults.UnknownKey(file, node.Start.Line, unknown));
        }

        var name = fields.TryGetValue("effect", out var effect) ? Text(effect, "effect") : throw Bad(node, "effect", "named");
        var rule = new PolicyRule(PolicyWords.Read(name) ?? throw new Wrong(PolicyFaults.UnknownEffect(file, node.Start.Line, name)));
        var (anyone, request) = Roles(fields, "request", "any", node);
        var (same, confirm) = Roles(fields, "confirm", "same person", node);
        var second = fields.GetValueOrDefault("second_above") as YamlMappingNode;
        if (second is null && fields.ContainsKey("second_above"))
        {
            throw Bad(node, "second_above", "as {amount: 5000, by: director}");
        }

        var secondFields = second?.Children.ToDictionary(pair => Text(pair.Key, "second_above"), pair => pair.Value, StringComparer.Ordinal) ?? [];
        return rule with
        {
            AnyoneRequests = anyone, Request = request, SamePerson = same, Confirm = confirm, FourEyes = Flag(fields, "four_eyes"), FourEyesAbove = Amount(fields, "four_eyes_above"),
            LimitPerEffect = Amount(fields, "limit_per_effect"), LimitPerProposal = Amount(fields, "limit_per_proposal"), LimitPerDay = Amount(fields, "limit_per_day"),
            SecondAbove = second is null ? null : Amount(secondFields, "amount") ?? throw Bad(node, "second_above", "as {amount: 5000, by: director}"),
            SecondBy = second is null ? null : secondFields.TryGetValue("by", out var by) ? Role(by) : throw Bad(node, "second_above", "as {amount: 5000, by: director}"),
            OnlyKnownContacts = fields.TryGetValue("only_to", out var only) && (Text(only, "only_to") == "known contacts" ? true : throw Bad(only, "only_to", "\"known contacts\"")),
            OwnRecordsOnly = Flag(fields, "own_records_only"),
            Lifetime = Amount(fields, "valid_hours") is { } hours ? Span(node, "valid_hours", hours, 24 * 90) : PolicyRule.UsualLifetime,
            Rests = PolicyHours.Read(fields, Bad), Standing = Standing(fields),
            Undo = Amount(fields, "undo_days") is { } days ? Span(node, "undo_days", days * 24, 24 * 90) : PolicyRule.UsualUndo,
        };
    }

    private TimeSpan Span(YamlNode node, string key, decimal hours, int most) => hours > 0 && hours <= most ? TimeSpan.FromHours((double)hours) : throw Bad(node, key, "above 0 and at most 90 days");

    private StandingBounds? Standing(Dictionary<string, YamlNode> fields)
    {
        const string Expected = "as {days: 90, per_day: 50}, whole numbers of 1 or more";
        if (!fields.TryGetValue("standing", out var node))
        {
            return null;
        }

        var parts = (node as YamlMappingNode)?.Children.ToDictionary(pair => Text(pair.Key, "standing"), pair => pair.Value, StringComparer.Ordinal);
        return parts is { Count: 2 } && Amount(parts, "days") is { } days && Amount(parts, "per_day") is { } most && days is >= 1 and <= 366 && most is >= 1 and <= 10_000 && decimal.IsInteger(days) && decimal.IsInteger(most)
            ? new StandingBounds((int)days, (int)most) : throw Bad(node, "standing", Expected);
    }

    private (bool Word, ImmutableHashSet<string> Roles) Roles(Dictionary<string, YamlNode> fields, string key, string word, YamlMappingNode rule) => fields.GetValueOrDefault(key) switch
    {
        YamlSequenceNode list => (list.Any(entry => Text(entry, key) == word), [.. list.Where(entry => Text(entry, key) != word).Select(Role)]),
        YamlScalarNode { Value: var value } when value == word => (true, []),
        null => throw Bad(rule, key, "given"),
        var node => throw Bad(node, key, $"a list of roles, or \"{word}\""),
    };

    private string Role(YamlNode node)
    {
        var role = Text(node, "a role");
        return roles is null || roles.Contains(role) ? role : throw new Wrong(PolicyFaults.UnknownRole(file, node.Start.Line, role, roles));
    }

    private bool Flag(Dictionary<string, YamlNode> fields, string key) =>
        fields.TryGetValue(key, out var node) && (bool.TryParse(Text(node, key), out var value) ? value : throw Bad(node, key, "true or false"));

    private decimal? Amount(Dictionary<string, YamlNode> fields, string key) => !fields.TryGetValue(key, out var node) ? null
        : decimal.TryParse(Text(node, key), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value >= 0 && value < 1_000_000_000_000m ? value : throw Bad(node, key, "a number of 0 or more, as 10000");

    private string Text(YamlNode node, string what) => node is YamlScalarNode { Value: { Length: > 0 } value } ? value : throw Bad(node, what, "a word");

    private Wrong Bad(YamlNode node, string key, string expected) => new(PolicyFaults.BadValue(file, node.Start.Line, key, expected));

    private sealed class Wrong(Fault fault) : Exception(fault.Message)
    {
        public Fault Fault { get; } = fault;
    }
}
