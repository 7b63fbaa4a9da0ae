namespace Copilot.Gate;

/// <summary>
/// That a person, known by the door through which they came, decided. Only a door that authenticates can make one (the bot and the host are this
/// assembly's friends for it); an engine, a function or data cannot.
/// </summary>
public sealed class HumanDecision
{
    internal HumanDecision(string personKey, string door, string proposal, string? digest, DecisionChoice choice)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(personKey);
        (PersonKey, Door, Proposal, Digest, Choice) = (personKey, door, proposal, digest, choice);
    }

    /// <summary>Who, by short name.</summary>
    internal string PersonKey { get; }

    /// <summary>Through which door: "directline", "msteams", "terminal".</summary>
    internal string Door { get; }

    /// <summary>On what: a proposal's number as given.</summary>
    internal string Proposal { get; }

    /// <summary>The digest that a button carried; none for a typed command, which means what was shown last.</summary>
    internal string? Digest { get; }

    /// <summary>What they decided.</summary>
    internal DecisionChoice Choice { get; }
}
