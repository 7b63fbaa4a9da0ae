using System.Text.Json;

namespace Copilot.Data;

/// <summary>What a backup says about itself: the file <c>backup.json</c> in it.</summary>
public sealed record BackupManifest
{
    /// <summary>The layout of the archive that this program writes and reads.</summary>
    public const int CurrentFormat = 1;

    /// <summary>The layout of the archive.</summary>
    public required int Format { get; init; }

    /// <summary>The version of the program that made it.</summary>
    public required string Program { get; init; }

    /// <summary>Whose records these are.</summary>
    public required string Company { get; init; }

    /// <summary>When the databases stood like this.</summary>
    public required DateTimeOffset TakenAt { get; init; }

    /// <summary>How many entries the ledger had.</summary>
    public required long LedgerEntries { get; init; }

    /// <summary>The hash of the newest of them: what the whole ledger before it can be checked against.</summary>
    public required string LedgerHead { get; init; }

    /// <summary>The databases.</summary>
    public required IReadOnlyList<BackupFile> Files { get; init; }

    /// <summary>What is left out, and why.</summary>
    public string LeftOut { get; init; } = "settings.json, because it may hold passwords and secrets: keep it where you keep those. Logs and caches, because they are made anew.";

    /// <summary>How it is written and read.</summary>
    internal static JsonSerializerOptions Json { get; } = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true };
}
