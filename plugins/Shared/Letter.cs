using Copilot.Core;

namespace Copilot.Plugins.Shared;

/// <summary>What the names in a letter's template stand for (prompts/README.md).</summary>
internal static class Letter
{
    /// <summary>The names that every letter knows.</summary>
    public static Dictionary<string, object> Of(TurnContext turn, IReadOnlyList<Recipient> to) => new(StringComparer.Ordinal)
    {
        ["company"] = turn.Company, ["sender"] = turn.Asker.Name, ["sender_email"] = turn.Asker.Email, ["contact"] = to.Count == 1 ? to[0].Name : "", ["today"] = turn.Today,
    };

    /// <summary>Adds more names.</summary>
    public static Dictionary<string, object> With(this Dictionary<string, object> values, params (string Name, object Value)[] more)
    {
        foreach (var (name, value) in more)
        {
            values[name] = value;
        }

        return values;
    }

    /// <summary>A row of names.</summary>
    public static IReadOnlyDictionary<string, object> Row(params (string Name, object Value)[] values) => new Dictionary<string, object>(StringComparer.Ordinal).With(values);

    /// <summary>Who gets a customer's letters: the contacts of that function, else the one noted first; only those with a mail address. Nobody where there is none.</summary>
    public static IReadOnlyList<Recipient> To(IReadOnlyCollection<Contact> contacts, ContactFunction function)
    {
        var reachable = contacts.Where(row => Recipient.IsAddress(row.Email.Trim())).OrderBy(row => row.Id.Value).ToList();
        var meant = reachable.Where(row => row.Function == function).ToList();
        return [.. (meant.Count > 0 ? meant : reachable.Take(1)).Select(row => new Recipient(row.Name, row.Email.Trim())).DistinctBy(row => row.Email, StringComparer.OrdinalIgnoreCase).Take(MostRecipients)];
    }

    private const int MostRecipients = 20;
}
