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

    /// <summary>A database that a later program has migrated.</summary>
    public static Fault NewerVersion(string store, string migration) =>
        new("DB-004", $"The {store} database was made by a newer version of this program (it holds '{migration}'). Start that version, or point Copilot:DataFolder at another folder. Nothing was changed.");

    /// <summary>Another process writes or migrates.</summary>
    public static Fault Locked(string folder) =>
        new("DB-005", $"The databases in {folder} are in use by another process that does not let go. Wait for it or end it, then start again. Nothing was changed.");

    /// <summary>Garbage in the place of a database.</summary>
    public static Fault NoDatabase(string folder) =>
        new("DB-006", $"A file in {folder} that should be a database (company.db or copilot.db) is none, or is damaged. Put back a copy of it, or move it away to begin anew. Nothing was changed.");

    /// <summary>A database of some other program.</summary>
    public static Fault ForeignDatabase(string store) =>
        new("DB-007", $"The {store} database holds tables of another program and none of this one. Point Copilot:DataFolder, or the connection string, at a place of its own. Nothing was changed.");

    /// <summary>No room.</summary>
    public static Fault DiskFull(string folder) =>
        new("DB-008", $"There is no room left for the databases in {folder}. Make room and start again: what was not finished was undone.");

    /// <summary>No write access, or no such place.</summary>
    public static Fault FolderUnusable(string folder, string reason) =>
        new("DB-009", $"The data folder {folder} cannot be used: {reason.TrimEnd('.')}. Give a folder that this account may write to, by Copilot:DataFolder or by starting elsewhere.");

    /// <summary>No PostgreSQL there, or no such database.</summary>
    public static Fault NoServer(string reason) =>
        new("DB-010", $"PostgreSQL cannot be reached or has no such database: {reason.TrimEnd('.')}. Check Copilot:CompanyConnection and that the server runs; the database itself is made with createdb.");

    /// <summary>Another node migrates.</summary>
    public static Fault ServerLocked() =>
        new("DB-011", "The PostgreSQL database is being changed by another process that does not let go. Wait for it or end it, then start again. Nothing was changed.");

    /// <summary>No room on the server.</summary>
    public static Fault ServerFull() =>
        new("DB-012", "The PostgreSQL server has no room left. Make room there and start again: what was not finished was undone.");

    /// <summary>Wrong password or missing rights.</summary>
    public static Fault NotAllowed(string reason) =>
        new("DB-013", $"PostgreSQL refuses this account: {reason.TrimEnd('.')}. Check user and password in Copilot:CompanyConnection, and that the user may create schemas.");

    /// <summary>A connection string that is none.</summary>
    public static Fault BadConnection(string reason) =>
        new("DB-014", $"A PostgreSQL connection string cannot be read: {reason.TrimEnd('.')}. Write it as \"Host=localhost;Database=copilot;Username=copilot\" in Copilot:CompanyConnection.");
}
