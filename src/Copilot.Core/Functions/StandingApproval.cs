namespace Copilot.Core;

/// <summary>A standing approval as it stands: what goes out under it without being confirmed one by one.</summary>
/// <param name="Number">Its number: S-3.</param>
/// <param name="Kind">The canonical word of the kind of effect that it covers.</param>
/// <param name="Template">The template that it covers, by name: "nudges/worklist".</param>
/// <param name="Recipients">Short names of those who may get what it covers.</param>
/// <param name="PerDay">The most of a day.</param>
/// <param name="UsedToday">How many went out under it today.</param>
/// <param name="LastUsed">The last day on which something did; none where nothing has yet.</param>
/// <param name="Until">Its last day.</param>
/// <param name="RequestedBy">Who asked for it, by short name.</param>
/// <param name="GrantedBy">Who confirmed it.</param>
/// <param name="Proposal">The proposal by which it was granted.</param>
/// <param name="EndedBy">Who ended it before its last day.</param>
/// <param name="InForce">Whether anything can go out under it today.</param>
public sealed record StandingApproval(
    string Number, string Kind, string Template, IReadOnlyList<string> Recipients, int PerDay, int UsedToday, DateOnly? LastUsed, DateOnly Until, string RequestedBy, string GrantedBy, string Proposal,
    string? EndedBy, bool InForce)
{
    /// <summary>Roles of which each may end it, besides those who asked for it and confirmed it.</summary>
    public IReadOnlyList<string> EnderRoles { get; init; } = [];
}
