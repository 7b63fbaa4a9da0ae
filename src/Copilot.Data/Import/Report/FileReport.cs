using Copilot.Core;

namespace Copilot.Data.Import;

/// <summary>What became of one file, with everything there is to print and to log.</summary>
public sealed record FileReport
{
    /// <summary>Name of the file.</summary>
    public required string File { get; init; }

    /// <summary>Where it is.</summary>
    public required string Path { get; init; }

    /// <summary>What became of it.</summary>
    public required FileOutcome Outcome { get; init; }

    /// <summary>Kind of record; nothing when it was not recognised.</summary>
    public string? Kind { get; init; }

    /// <summary>"CSV, semicolon, Windows-1252", "workbook".</summary>
    public string Format { get; init; } = "";

    /// <summary>SHA-256 of its bytes, for the ledger; empty when it could not be read.</summary>
    public string Sha256 { get; init; } = "";

    /// <summary>Why nothing of it was taken.</summary>
    public Fault? Fault { get; init; }

    /// <summary>What each column is taken for.</summary>
    public IReadOnlyList<ColumnProposal> Mapping { get; init; } = [];

    /// <summary>The map that was saved for editing; nothing when nothing was unclear.</summary>
    public string? SavedMap { get; init; }

    /// <summary>What has to be answered first.</summary>
    public IReadOnlyList<ImportQuestion> Questions { get; init; } = [];

    /// <summary>Rows that are wrong, at most as many as asked for.</summary>
    public IReadOnlyList<RowFault> RowFaults { get; init; } = [];

    /// <summary>How many faults there are in all.</summary>
    public long RowFaultCount { get; init; }

    /// <summary>What is odd.</summary>
    public IReadOnlyList<ImportWarning> Warnings { get; init; } = [];

    /// <summary>Rows read.</summary>
    public long Rows { get; init; }

    /// <summary>Rows left out because they are wrong.</summary>
    public long Skipped { get; init; }

    /// <summary>What was done, table by table; the first is the kind's own.</summary>
    public IReadOnlyList<TableCount> Tables { get; init; } = [];

    /// <summary>Changes made here that the source shows now.</summary>
    public int Confirmed { get; init; }

    /// <summary>Changes made here that gave way, because the source shows something else; each stands among the warnings.</summary>
    public int Overtaken { get; init; }

    /// <summary>Changes made here that still wait in the source.</summary>
    public int StillWaiting { get; init; }

    /// <summary>From opening the file to its last row stored.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>Rows a second over all of it.</summary>
    public double RowsPerSecond => Elapsed > TimeSpan.Zero ? Rows / Elapsed.TotalSeconds : 0;

    /// <summary>Whether anything was stored that was not there before.</summary>
    public bool Changed => Outcome == FileOutcome.Taken && Tables.Any(table => table.Inserted + table.Updated > 0);

    /// <summary>What the ledger is to say of it: facts by name, in a fixed order, without a value of any row.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> LedgerFacts =>
    [
        new("file", File), new("sha256", Sha256), new("kind", Kind ?? ""), new("outcome", Words.Of(Outcome)), new("rows", Text(Rows)), new("skipped", Text(Skipped)),
        .. Tables.Select(table => new KeyValuePair<string, string>(table.Records, $"{Text(table.Inserted)} new, {Text(table.Updated)} changed, {Text(table.Unchanged)} the same")),
        .. Confirmed + Overtaken == 0 ? Array.Empty<KeyValuePair<string, string>>() : [new("changes made here", $"{Text(Confirmed)} confirmed, {Text(Overtaken)} overtaken, {Text(StillWaiting)} waiting")],
        .. Fault is null ? Array.Empty<KeyValuePair<string, string>>() : [new("fault", Fault.Code)],
    ];

    private static string Text(long number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
