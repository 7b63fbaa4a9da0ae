using Copilot.Core;

namespace Copilot.Data;

/// <summary>What can stand against making or moving the sample company.</summary>
internal static class SampleFaults
{
    /// <summary>There is a company already.</summary>
    public static Fault CompanyIsThere(string name) =>
        new("DB-020", $"This store already holds the records of {name}. The sample company needs an empty one: point Copilot:DataFolder at another folder. Nothing was changed.");

    /// <summary>The records are a company's own, or there are none.</summary>
    public static Fault NotTheSample(string? name) => name is null
        ? new("DB-021", "There is no sample company here to move to today: start the copilot once in this folder, and it is made. Nothing was changed.")
        : new("DB-021", $"These are the records of {name}, not of the sample company, and are not replaced by it. Run this in a folder that holds the sample. Nothing was changed.");
}
