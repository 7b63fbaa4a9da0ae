namespace Copilot.Data;

/// <summary>The databases that records can be kept in.</summary>
public enum StoreProvider
{
    /// <summary>Two files in the data folder.</summary>
    Sqlite,

    /// <summary>A PostgreSQL server.</summary>
    Postgres,
}
