namespace Copilot.IntegrationTests.Killing.Effects;

/// <summary>What an errand changes.</summary>
internal enum ErrandKind
{
    /// <summary>A mail to a customer: outside.</summary>
    Mail,

    /// <summary>A note in the company's own records.</summary>
    Call,

    /// <summary>A hold on an order in the company's own records.</summary>
    Hold,
}

/// <summary>Something that one person asks for and confirms, each in a conversation of its own.</summary>
internal sealed class Errand(int number, ErrandKind kind, string person, string ask, string subject)
{
    public int Number => number;

    public ErrandKind Kind => kind;

    /// <summary>Who asks and confirms.</summary>
    public string Person => person;

    /// <summary>What is said.</summary>
    public string Ask => ask;

    /// <summary>The number of an order, or the word that is in the note.</summary>
    public string Subject => subject;

    public string Conversation => $"errand{number}";

    /// <summary>The proposal that came of it, as the person was told.</summary>
    public string? Proposal { get; set; }

    /// <summary>Whether the host acknowledged the decision.</summary>
    public bool Confirmed { get; set; }

    /// <summary>What was said instead of a proposal.</summary>
    public string? Trouble { get; set; }

    /// <summary>Where it was cut, in which life each.</summary>
    public Dictionary<CutAt, int> Cuts { get; } = [];
}

/// <summary>The steps after which a life was cut.</summary>
internal enum CutAt
{
    /// <summary>Nothing of it is stored, or it had ended.</summary>
    Nowhere,

    /// <summary>The proposal is stored; nobody was shown it.</summary>
    Stored,

    /// <summary>It was shown; nothing is decided.</summary>
    Presented,

    /// <summary>It was confirmed; nothing has begun.</summary>
    Decided,

    /// <summary>Its key is stored; nobody was called.</summary>
    KeyStored,

    /// <summary>The call went out; there is no receipt.</summary>
    Called,

    /// <summary>The receipt is stored; the one who confirmed was not told.</summary>
    Receipt,
}
