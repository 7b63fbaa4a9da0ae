namespace Copilot.Core;

/// <summary>Proposals as a function may read them: what waits for whom, and what was done.</summary>
public interface IProposalList
{
    /// <summary>What waits for a person: to be decided by them first, then what they asked for and others decide, then what went wrong of theirs.</summary>
    Task<IReadOnlyList<WaitingProposal>> WaitingAsync(Person asker, IReadOnlyCollection<string> roles, CancellationToken cancellationToken);

    /// <summary>What was decided and done, newest first.</summary>
    Task<DoneEffects> HistoryAsync(HistoryFilter filter, CancellationToken cancellationToken);

    /// <summary>The standing approvals, those in force first, the newest first.</summary>
    Task<IReadOnlyList<StandingApproval>> StandingAsync(CancellationToken cancellationToken);

    /// <summary>Who stopped every change and why; nothing where nothing is stopped.</summary>
    Task<string?> StoppedAsync(CancellationToken cancellationToken);
}

/// <summary>A proposal that waits.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Requester">Short name of the one who asked.</param>
/// <param name="CreatedAt">Since when.</param>
/// <param name="ExpiresAt">Until when.</param>
/// <param name="Parts">How many effects it has.</param>
/// <param name="Worth">The money it moves in the base currency; none where it moves none or not all of it has a rate.</param>
/// <param name="For">What it waits for.</param>
public sealed record WaitingProposal(string Number, string Title, string Requester, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, int Parts, Money? Worth, WaitingFor For)
{
    /// <summary>The canonical words of its effects' kinds, each once.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];

    /// <summary>The records it is about, by number or name.</summary>
    public string Subject { get; init; } = "";

    /// <summary>Whom it was given to, by short name.</summary>
    public IReadOnlyList<string> Asked { get; init; } = [];

    /// <summary>Who of those is away, until when, and who stands in: a sentence each.</summary>
    public IReadOnlyList<string> Away { get; init; } = [];

    /// <summary>Who gave it to the asker, by short name; none where nobody did.</summary>
    public string? AskedBy { get; init; }

    /// <summary>Roles of which each could confirm it; empty where one who asked confirms it themselves, or no one role can.</summary>
    public IReadOnlyList<string> Confirmers { get; init; } = [];
}

/// <summary>What a proposal waits for.</summary>
public enum WaitingFor
{
    /// <summary>The asker's decision.</summary>
    YourDecision,

    /// <summary>Somebody else's decision.</summary>
    SomebodyElse,

    /// <summary>The asker's word whether something happened.</summary>
    YourWord,

    /// <summary>Another try of what failed.</summary>
    AnotherTry,
}

/// <summary>Which of what was done.</summary>
/// <param name="From">First instant.</param>
/// <param name="Until">First instant after it.</param>
/// <param name="Limit">Rows at most.</param>
public sealed record HistoryFilter(DateTimeOffset From, DateTimeOffset Until, int Limit)
{
    /// <summary>Only what this person asked for or decided; everybody's where none.</summary>
    public string? Involving { get; init; }

    /// <summary>Only what this person asked for or decided, besides <see cref="Involving"/>.</summary>
    public string? Actor { get; init; }

    /// <summary>Only kinds of effects that hold this text.</summary>
    public string? Kind { get; init; }

    /// <summary>Only effects about records that hold this text.</summary>
    public string? Subject { get; init; }
}

/// <summary>What was done.</summary>
/// <param name="Rows">The newest.</param>
/// <param name="Total">How many there are in all.</param>
public sealed record DoneEffects(IReadOnlyList<DoneEffect> Rows, int Total)
{
    /// <summary>How all of them ended: each end once, with how many.</summary>
    public IReadOnlyList<EndCount> Ends { get; init; } = [];
}

/// <summary>How many effects ended so.</summary>
/// <param name="Proposal">Where their proposals stand.</param>
/// <param name="State">Where they stand.</param>
/// <param name="Count">How many.</param>
public sealed record EndCount(ProposalState Proposal, EffectState State, int Count);

/// <summary>An effect that was decided on.</summary>
/// <param name="Key">Its key: P-1042/1.</param>
/// <param name="At">When it was decided, or ended.</param>
/// <param name="Kind">Its kind's canonical word.</param>
/// <param name="Subject">The records it is about.</param>
/// <param name="Requester">Who asked.</param>
/// <param name="DecidedBy">Who decided; none where it expired or was replaced.</param>
/// <param name="Proposal">Where its proposal stands.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Receipt">What came of it.</param>
public sealed record DoneEffect(string Key, DateTimeOffset At, string Kind, string Subject, string Requester, string? DecidedBy, ProposalState Proposal, EffectState State, string? Receipt);
