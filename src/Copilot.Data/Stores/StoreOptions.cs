namespace Copilot.Data;

/// <summary>Where the records are kept.</summary>
public sealed record StoreOptions
{
    /// <summary>The folder of this node: the two SQLite files, locks, logs.</summary>
    public required DirectoryInfo DataFolder { get; init; }

    /// <summary>SQLite files in the data folder unless PostgreSQL is asked for.</summary>
    public StoreProvider Provider { get; init; } = StoreProvider.Sqlite;

    /// <summary>Connection string of the PostgreSQL database of the business records.</summary>
    public string? CompanyConnection { get; init; }

    /// <summary>Connection string of the PostgreSQL database of the copilot's own records; the same database as the company's when left out.</summary>
    public string? CopilotConnection { get; init; }

    /// <summary>How long to wait for another process that is writing or migrating before giving up.</summary>
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>The size in bytes beyond which a SQLite file may not grow, so that a runaway import cannot fill the disk; no limit when left out.</summary>
    public long? MaxFileBytes { get; init; }
}
