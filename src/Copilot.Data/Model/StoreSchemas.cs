namespace Copilot.Data;

/// <summary>The PostgreSQL schemas of the two stores, which may then share one database.</summary>
internal static class StoreSchemas
{
    /// <summary>The business records.</summary>
    public const string Company = "company";

    /// <summary>The copilot's own records.</summary>
    public const string Copilot = "copilot";

    /// <summary>Name of the table that lists the migrations applied.</summary>
    public const string Migrations = "__migrations";
}
