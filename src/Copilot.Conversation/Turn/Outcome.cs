namespace Copilot.Conversation;

/// <summary>How a turn ended.</summary>
public enum Outcome
{
    /// <summary>A read function answered.</summary>
    Answer,

    /// <summary>An action proposed something to confirm.</summary>
    Proposal,

    /// <summary>A question back: which is meant, or what is missing.</summary>
    Clarify,

    /// <summary>Not the copilot's business.</summary>
    Decline,

    /// <summary>Understood, and not built yet or broken just now.</summary>
    Unavailable,

    /// <summary>Understood, and not for this person to see.</summary>
    Refused,
}
