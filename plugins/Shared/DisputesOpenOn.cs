using Copilot.Core;

namespace Copilot.Plugins.Shared;

/// <summary>The one rule on whether a dispute is open, for every function that speaks of disputes.</summary>
internal static class DisputesOpenOn
{
    /// <summary>Disputes opened by a day and not closed by it.</summary>
    public static IQueryable<Dispute> DisputesOpen(this IReadSession read, DateOnly day) =>
        read.Disputes.Where(row => row.OpenedOn <= day && (row.ClosedOn == null || row.ClosedOn > day));

    /// <summary>The same of one dispute.</summary>
    public static bool IsOpenOn(this Dispute dispute, DateOnly day) => dispute.OpenedOn <= day && (dispute.ClosedOn is not { } closed || closed > day);
}
