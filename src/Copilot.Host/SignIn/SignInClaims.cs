using System.Text.Json;

namespace Copilot.Host.SignIn;

/// <summary>What the authority says about a person: the id token's claims, else those of its page about the person.</summary>
internal sealed class SignInClaims
{
    private readonly Dictionary<string, IReadOnlyList<string>> _values = new(StringComparer.Ordinal);

    /// <summary>The claims of a JSON object. Objects within it are not read.</summary>
    public SignInClaims(JsonElement json)
    {
        foreach (var property in json.EnumerateObject())
        {
            var values = property.Value.ValueKind == JsonValueKind.Array ? [.. property.Value.EnumerateArray().SelectMany(Texts)] : Texts(property.Value);
            if (values.Length > 0 && values.All(value => !string.IsNullOrWhiteSpace(value)))
            {
                _values[property.Name] = values;
            }
        }

        GroupsElsewhere = json.TryGetProperty("hasgroups", out _) || (json.TryGetProperty("_claim_names", out var elsewhere) && elsewhere.ValueKind == JsonValueKind.Object);
    }

    /// <summary>The authority left the groups out because there are too many: it would have to be asked elsewhere.</summary>
    public bool GroupsElsewhere { get; private set; }

    /// <summary>The values of a claim.</summary>
    public IReadOnlyList<string> All(string claim) => _values.GetValueOrDefault(claim, []);

    /// <summary>A claim's one value.</summary>
    public string? One(string claim) => All(claim) is [var value] ? value : null;

    /// <summary>Adds what is not there yet.</summary>
    public void Complete(SignInClaims more)
    {
        // whichever of the two says that the address is not proved is believed
        var unproved = !EmailIsProved || !more.EmailIsProved;
        foreach (var (claim, values) in more._values)
        {
            _values.TryAdd(claim, values);
        }

        if (unproved)
        {
            _values["email_verified"] = ["false"];
        }

        GroupsElsewhere |= more.GroupsElsewhere;
    }

    /// <summary>
    /// What the person is called, by these claims in their order. Where the authority says that the mail address is not proved, nothing that looks
    /// like one counts: some let people call themselves by any address, in other claims too.
    /// </summary>
    public IReadOnlyList<string> Names(IReadOnlyList<string> claims) =>
        [.. claims.SelectMany(All).Where(name => EmailIsProved || !name.Contains('@', StringComparison.Ordinal)).Distinct(StringComparer.OrdinalIgnoreCase)];

    private bool EmailIsProved => One("email_verified") is not { } proved || proved.Equals("true", StringComparison.OrdinalIgnoreCase);

    private static string[] Texts(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => [value.GetRawText()],
        _ => [],
    };
}
