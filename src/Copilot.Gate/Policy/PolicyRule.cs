using System.Collections.Immutable;
using Copilot.Core;

namespace Copilot.Gate;

/// <summary>Who may ask for an effect, who may confirm it, and within which limits. Amounts are in minor units of the base currency.</summary>
internal sealed record PolicyRule(EffectRule Effect)
{
    public static readonly TimeSpan UsualLifetime = TimeSpan.FromHours(24);
    public static readonly TimeSpan UsualUndo = TimeSpan.FromHours(24);

    /// <summary>Roles that may ask for it.</summary>
    public ImmutableHashSet<string> Request { get; init; } = [];

    /// <summary>Whether everybody on the staff may ask for it.</summary>
    public bool AnyoneRequests { get; init; }

    /// <summary>Roles that may confirm it.</summary>
    public ImmutableHashSet<string> Confirm { get; init; } = [];

    /// <summary>Whether the one who asked confirms, and nobody else.</summary>
    public bool SamePerson { get; init; }

    /// <summary>Whether the one who asked never confirms.</summary>
    public bool FourEyes { get; init; }

    /// <summary>Beyond that the one who asked does not confirm: of one effect, of a proposal, of what they confirmed for themselves on the day.</summary>
    public decimal? FourEyesAbove { get; init; }

    /// <summary>The most of one effect.</summary>
    public decimal? LimitPerEffect { get; init; }

    /// <summary>The most of one proposal.</summary>
    public decimal? LimitPerProposal { get; init; }

    /// <summary>The most that one person confirms on a day.</summary>
    public decimal? LimitPerDay { get; init; }

    /// <summary>Beyond that a person of <see cref="SecondBy"/> confirms as well.</summary>
    public decimal? SecondAbove { get; init; }

    /// <summary>Who the second person is.</summary>
    public string? SecondBy { get; init; }

    /// <summary>Whether a mail goes to the customer's known contacts alone.</summary>
    public bool OnlyKnownContacts { get; init; }

    /// <summary>Whether one changes one's own records alone.</summary>
    public bool OwnRecordsOnly { get; init; }

    /// <summary>How long a proposal can be confirmed.</summary>
    public TimeSpan Lifetime { get; init; } = UsualLifetime;

    /// <summary>When it is not carried out, on the clock of the one who confirmed: it waits. Nothing where it is carried out at any time.</summary>
    public RestHours? Rests { get; init; }

    /// <summary>How far a standing approval may reach; nothing where each is confirmed by itself.</summary>
    public StandingBounds? Standing { get; init; }

    /// <summary>How long it can be taken back, where it can.</summary>
    public TimeSpan Undo { get; init; } = UsualUndo;
}

/// <summary>How far a standing approval may reach.</summary>
/// <param name="Days">For so many days ahead.</param>
/// <param name="PerDay">For so many effects a day.</param>
internal sealed record StandingBounds(int Days, int PerDay);
