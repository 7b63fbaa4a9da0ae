using Copilot.Core;

namespace Copilot.Data;

/// <summary>What can go wrong with the store, in words for whoever started the program.</summary>
internal static class DataFaults
{
    /// <summary>Nobody by that name.</summary>
    public static Fault UnknownPerson(string text, IReadOnlyList<string> nearest) =>
        new("DB-001", $"Nobody here is called '{text}'. Give the short name, the full name or the mail address of one of the staff.", nearest);

    /// <summary>They have left.</summary>
    public static Fault FormerPerson(string name) =>
        new("DB-002", $"{name} has left the company and can no longer ask. Ask as someone else, or have the administrator make {name} active again.");

    /// <summary>PostgreSQL without a place.</summary>
    public static Fault NoConnection() =>
        new("DB-003", "PostgreSQL is asked for, but no connection string is set. Set Copilot:CompanyConnection, for example \"Host=localhost;Database=copilot;Username=copilot\".");
}
