using Copilot.Core;

namespace Copilot.Data;

/// <summary>What stands in the way of a change of the staff.</summary>
internal static class StaffFaults
{
    /// <summary>No company.</summary>
    public static Fault NoCompany() =>
        new("DB-030", "There is no company here yet, so there is no staff. Make one with: copilot init \"NAME\"", ["copilot init \"NAME\""]);

    /// <summary>The sample's people are invented.</summary>
    public static Fault Sample(string company) =>
        new("DB-031", $"The people of {company} are invented, like its records, and stay as they are. Make a company of your own first with: copilot init \"NAME\"", ["copilot init \"NAME\""]);

    /// <summary>Somebody else's task.</summary>
    public static Fault NotAdministrator(IReadOnlyList<string> administrators) =>
        new("DB-032", administrators.Count > 0
            ? $"Who is on the staff is the administrator's to change. Ask {string.Join(" or ", administrators)}."
            : "Who is on the staff is the administrator's to change, and nobody here holds that role.");

    /// <summary>A short name that is none.</summary>
    public static Fault Key(string text) =>
        new("DB-033", $"\"{text}\" cannot be a short name. It is the name of the person's account: 1 to 64 letters, digits, dots, hyphens or underscores, as anna.snelling.");

    /// <summary>A name that is none.</summary>
    public static Fault Name() =>
        new("DB-034", "--name takes 1 to 100 characters in one line, as \"Anna Snelling\".");

    /// <summary>A mail address that is none.</summary>
    public static Fault Email(string text) =>
        new("DB-035", $"--email is \"{text}\", which is no mail address. Write it as anna.snelling@example.com.");

    /// <summary>A role that the visibility table does not know.</summary>
    public static Fault Role(string text, IReadOnlyList<string> roles, IReadOnlyList<string> nearest) =>
        new("DB-036", text.Length == 0 ? $"Say what they do with --role: {string.Join(", ", roles)}." : $"'{text}' is no role here. The roles are {string.Join(", ", roles)}.", nearest);

    /// <summary>A region that is none.</summary>
    public static Fault Region(string text, IReadOnlyList<string> regions) =>
        new("DB-037", $"'{text}' is no region here. The regions are {string.Join(", ", regions)}; \"all\" stands for no region of one's own.");

    /// <summary>Already there.</summary>
    public static Fault Present(string name, string key) =>
        new("DB-038", $"{name} ({key}) is on the staff already. To change what {name} does, remove {key} and add it anew; to add somebody else, give another short name.");

    /// <summary>Two people that one name would mean.</summary>
    public static Fault Taken(string text, string name, string key) =>
        new("DB-039", $"\"{text}\" already means {name} ({key}), and a name or mail address may mean one person only. Give another, with an initial or a second name.");

    /// <summary>Nobody by that short name.</summary>
    public static Fault Unknown(string text, IReadOnlyList<string> nearest) =>
        new("DB-040", $"Nobody here has the short name '{text}'. See them all with: copilot people list", nearest);

    /// <summary>Gone before.</summary>
    public static Fault Gone(string name) =>
        new("DB-041", $"{name} is not on the staff any more: nothing was changed.");

    /// <summary>Nobody could change anything afterwards.</summary>
    public static Fault LastAdministrator(string name) =>
        new("DB-042", $"{name} is the last administrator: without one nobody could import or change the staff. Add another administrator first.");
}
