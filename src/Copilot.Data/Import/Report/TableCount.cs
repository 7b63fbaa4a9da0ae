namespace Copilot.Data.Import;

/// <summary>What was done to one table.</summary>
/// <param name="Records">Its rows in words: "invoices".</param>
/// <param name="Inserted">New.</param>
/// <param name="Updated">Known, and changed.</param>
/// <param name="Unchanged">Known, and the same: left alone.</param>
public sealed record TableCount(string Records, long Inserted, long Updated, long Unchanged);
