using Copilot.Core;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Receivables.Worklists;

/// <summary>Why a worklist cannot be sent, each with its stable code.</summary>
internal static class WorklistFaults
{
    /// <summary>Nobody collects from anybody.</summary>
    public static Fault NoCollectors { get; } = new("AR-242", "No customer has a collector, so there is no worklist to send. Give customers their collector first.");

    /// <summary>Somebody who collects from nobody.</summary>
    public static Fault NotACollector(string? name, IReadOnlyList<Person> collectors) =>
        new("AR-240", $"{name ?? "That colleague"} collects from no customer, so there is no worklist to send. Name one of {Wording.List([.. collectors.Select(person => person.Name)])}.");

    /// <summary>Everybody named gets it by itself already.</summary>
    public static Fault SentAlready(IReadOnlyList<Person> to, IReadOnlyList<StandingApproval> under) => new(
        "AR-243",
        $"{Wording.List([.. to.Select(person => person.Name)])} {(to.Count == 1 ? "gets the" : "get their")} worklist every working morning already, under {Wording.List([.. under.Select(row => $"{row.Number} until {row.Until:yyyy-MM-dd}")])}. "
        + $"To have it otherwise, end {(under.Count == 1 ? "that" : "those")} first (say {Wording.List([.. under.Select(row => $"\"end {row.Number}\"")])}), then ask again.",
        ["standing approvals"]);

    /// <summary>A collector with nobody to call.</summary>
    public static Fault NobodyToCall(Person collector, DateOnly day) => new("AR-241", $"{collector.Name} has nobody to call on {day:yyyy-MM-dd}: there is nothing to send.");
}
