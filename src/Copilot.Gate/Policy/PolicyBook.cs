using System.Security.Cryptography;
using System.Text;
using Copilot.Core;

namespace Copilot.Gate;

/// <summary>The policy in force: a rule for each effect that can be done at all.</summary>
public sealed class PolicyBook : IWhoMay
{
    private const string FileName = "policy.yaml";

    private readonly IReadOnlyDictionary<EffectRule, PolicyRule> _rules;

    private PolicyBook(IReadOnlyDictionary<EffectRule, PolicyRule> rules, string text) => (_rules, Text) = (rules, text);

    /// <summary>The text that was read.</summary>
    internal string Text { get; }

    /// <summary>Its hash: another one means that the policy was changed.</summary>
    internal string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));

    /// <summary>The policy of a data folder; without a file there, the one this product comes with.</summary>
    /// <param name="dataFolder">The data folder.</param>
    /// <param name="roles">The roles that the company knows: a file that names another is refused.</param>
    public static Result<PolicyBook> Open(DirectoryInfo dataFolder, IReadOnlyCollection<string> roles)
    {
        ArgumentNullException.ThrowIfNull(dataFolder);
        var file = new FileInfo(Path.Combine(dataFolder.FullName, FileName));
        return file.Exists ? Read(File.ReadAllText(file.FullName), file.FullName, roles) : Read(Default(), FileName, null);
    }

    /// <inheritdoc/>
    public IReadOnlyList<string>? Request(EffectRule rule) => Of(rule) is { AnyoneRequests: true } ? null : Ordered(Of(rule)?.Request);

    /// <inheritdoc/>
    public IReadOnlyList<string>? Confirm(EffectRule rule) => Of(rule) is { SamePerson: true } ? Request(rule) : Ordered(Of(rule)?.Confirm);

    private static string[] Ordered(IEnumerable<string>? roles) => [.. (roles ?? []).Order(StringComparer.Ordinal)];

    /// <summary>The rule for an effect; none means no.</summary>
    internal PolicyRule? Of(EffectRule effect) => _rules.GetValueOrDefault(effect);

    /// <summary>The policy of a text.</summary>
    internal static Result<PolicyBook> Read(string text, string name, IReadOnlyCollection<string>? roles)
    {
        var rules = new PolicyReader(name, roles).Read(text);
        return rules.Ok ? new PolicyBook(rules.Value, text) : rules.Fault;
    }

    /// <summary>The text this product comes with.</summary>
    internal static string Default()
    {
        using var stream = typeof(PolicyBook).Assembly.GetManifestResourceStream(FileName) ?? throw new InvalidOperationException("The policy is not among the resources.");
        return new StreamReader(stream).ReadToEnd();
    }
}
