namespace Copilot.Data;

/// <summary>Somebody who joins the staff, as typed.</summary>
public sealed record NewStaff
{
    /// <summary>The short name: the name of their account, so that the terminal knows them.</summary>
    public required string Key { get; init; }

    /// <summary>Display name.</summary>
    public required string Name { get; init; }

    /// <summary>Mail address, by which a sign-in may find them.</summary>
    public required string Email { get; init; }

    /// <summary>Roles of the visibility table.</summary>
    public required IReadOnlyList<string> Roles { get; init; }

    /// <summary>The sales region that is theirs, or "all".</summary>
    public string Region { get; init; } = "all";
}
