using Copilot.Core;

namespace Copilot.Gate;

/// <summary>What can be wrong with a policy file: each stops the host and says where.</summary>
internal static class PolicyFaults
{
    public static Fault NotYaml(string file, long line, string problem) => new("GA-010", $"{file}, line {line}: this is no YAML list of rules ({problem}). Each rule is a line as: - {{effect: order hold, request: [order_desk], confirm: [order_desk]}}");

    public static Fault UnknownEffect(string file, long line, string typed) => new("GA-011", $"{file}, line {line}: there is no effect \"{typed}\". The effects are: {string.Join(", ", PolicyWords.All)}.");

    public static Fault UnknownKey(string file, long line, string typed) => new("GA-012", $"{file}, line {line}: a rule has no \"{typed}\". It has: {string.Join(", ", PolicyReader.Keys)}.");

    public static Fault UnknownRole(string file, long line, string typed, IEnumerable<string> roles) => new("GA-013", $"{file}, line {line}: nobody has the role \"{typed}\". The roles are: {string.Join(", ", roles.Order(StringComparer.Ordinal))}.");

    public static Fault BadValue(string file, long line, string key, string expected) => new("GA-014", $"{file}, line {line}: {key} is to be {expected}.");

    public static Fault Twice(string file, long line, string effect) => new("GA-015", $"{file}, line {line}: \"{effect}\" has a rule already. One rule holds for one effect: take one of them away.");
}
