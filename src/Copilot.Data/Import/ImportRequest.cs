using Copilot.Core;

namespace Copilot.Data.Import;

/// <summary>What is to be imported, and by whom.</summary>
public sealed record ImportRequest
{
    /// <summary>The files.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>Who asks: importing is the administrator's.</summary>
    public required Access By { get; init; }

    /// <summary>The business day: days after it are odd in some fields.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>--as: the kind of record; recognised by the headings when nothing is said.</summary>
    public string? Kind { get; init; }

    /// <summary>--map: maps; each is laid over the files that have all its columns.</summary>
    public IReadOnlyList<string> Maps { get; init; } = [];

    /// <summary>--date-order: dmy, mdy or ymd; answers for the columns that do not show their order themselves.</summary>
    public string? DateOrder { get; init; }

    /// <summary>--dry-run: everything but the storing.</summary>
    public bool DryRun { get; init; }

    /// <summary>--skip-bad-rows: take the good rows of a file that has wrong ones.</summary>
    public bool SkipBadRows { get; init; }

    /// <summary>Where maps that need editing are saved.</summary>
    public required string MapFolder { get; init; }

    /// <summary>How many wrong rows are listed one by one.</summary>
    public int FaultLimit { get; init; } = 10_000;
}
