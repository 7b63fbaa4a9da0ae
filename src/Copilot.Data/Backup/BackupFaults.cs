using Copilot.Core;

namespace Copilot.Data;

/// <summary>What stands in the way of a backup or of putting one back.</summary>
internal static class BackupFaults
{
    /// <summary>Another program's task.</summary>
    public static Fault Postgres() =>
        new("DB-050", "These records are kept in PostgreSQL: back them up with pg_dump and put them back with pg_restore, both schemas at once, because this command copies SQLite files alone.");

    /// <summary>No company.</summary>
    public static Fault NothingThere(string folder) =>
        new("DB-051", $"There is no company in {folder}, so there is nothing to back up. Start in the folder above your .copilot, or set Copilot:DataFolder.");

    /// <summary>The target is taken.</summary>
    public static Fault FileExists(string path) =>
        new("DB-052", $"{path} is already there. Choose another name, or add --force to replace it. Nothing was written.");

    /// <summary>No place for the target.</summary>
    public static Fault NoFolder(string path) =>
        new("DB-053", $"There is no folder {path}. Make it first, or write the backup elsewhere.");

    /// <summary>The disk refuses.</summary>
    public static Fault NotWritten(string path, string reason) =>
        new("DB-054", $"{path} could not be written: {reason.TrimEnd('.')}. Choose a place with room to which this account may write. What was begun was removed.");

    /// <summary>No such archive.</summary>
    public static Fault NoArchive(string path) =>
        new("DB-055", $"There is no file {path}. Name the zip that `copilot backup` wrote.");

    /// <summary>Something else, or cut off.</summary>
    public static Fault NotABackup(string path, string reason) =>
        new("DB-056", $"{path} cannot be put back: {reason.TrimEnd('.')}. Take another backup. Nothing was changed.");

    /// <summary>Other bytes than were written.</summary>
    public static Fault Altered(string path, string file) =>
        new("DB-057", $"{file} in {path} is not as it was written: its SHA-256 differs from the one noted. It was damaged or altered; take another backup. Nothing was changed.");

    /// <summary>A layout of later days.</summary>
    public static Fault NewerFormat(string path, string program) =>
        new("DB-058", $"{path} was made by a newer version of this program ({program}). Put it back with that version. Nothing was changed.");

    /// <summary>The place is taken.</summary>
    public static Fault CompanyThere(string folder) =>
        new("DB-059", $"There are records of a company in {folder} already. Restore into another folder with --into FOLDER, or add --force: then they are set aside there, not deleted. Nothing was changed.");

    /// <summary>Somebody works there.</summary>
    public static Fault InUse(string folder) =>
        new("DB-060", $"The records in {folder} are in use. End every copilot that runs there, then restore again. Nothing was changed.");

    /// <summary>A file where a folder should be.</summary>
    public static Fault NotAFolder(string path) =>
        new("DB-061", $"{path} is a file. Name a folder with --into.");
}
