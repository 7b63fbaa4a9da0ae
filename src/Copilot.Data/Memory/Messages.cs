namespace Copilot.Data;

/// <summary>An activity to be taken from a channel.</summary>
/// <param name="Conversation">The channel and its own name for the conversation.</param>
/// <param name="ActivityId">The channel's name for the activity.</param>
/// <param name="PersonKey">Who sent it.</param>
/// <param name="Body">The activity.</param>
/// <param name="Echo">The same as the client's own channel shows it, where this host is the channel.</param>
/// <param name="Said">Whether somebody said it: what is said stands in the ledger, what a channel tells by itself does not.</param>
public sealed record IncomingMessage(string Conversation, string ActivityId, string PersonKey, string Body, string? Echo = null, bool Said = false)
{
    /// <summary>Whether its sender hears nothing before the answer: then it is on disk before that, not before the turn.</summary>
    public bool Awaited { get; init; }
}

/// <summary>An activity of the inbox.</summary>
/// <param name="Id">Key.</param>
/// <param name="Conversation">The channel and its own name for the conversation.</param>
/// <param name="PersonKey">Who sent it.</param>
/// <param name="Body">The activity.</param>
public sealed record InboxMessage(long Id, string Conversation, string PersonKey, string Body)
{
    /// <summary>Its number in the ledger: Q-12.</summary>
    public string Number => FlightRecorder.NumberOf(Id);
}

/// <summary>What came of an activity, stored in one piece.</summary>
/// <param name="Outcome">How the turn ended.</param>
/// <param name="Tool">The function that was called.</param>
/// <param name="Arguments">Its canonical arguments as JSON.</param>
/// <param name="State">What a follow-up carries over, as JSON; unchanged where none.</param>
/// <param name="Reference">Where the person is reached without having asked, as JSON; unchanged where none.</param>
/// <param name="Replies">What is sent.</param>
/// <param name="Versions">What understood and what was called, by version: with it the end stands in the ledger.</param>
public sealed record FinishedMessage(string Outcome, string? Tool, string? Arguments, string? State, string? Reference, IReadOnlyList<OutgoingMessage> Replies, string? Versions = null)
{
    /// <summary>Whether nobody is reached in that conversation any more: the copilot was taken out of it.</summary>
    public bool Left { get; init; }
}

/// <summary>An activity to be sent.</summary>
/// <param name="Body">The activity, in UTF-8.</param>
/// <param name="ServiceUrl">Where to; none where this host is the channel itself and its client reads the transcript.</param>
/// <param name="Answered">Whether it goes into the answer of a caller who waits for it: it is kept for the case that they have to ask again.</param>
public sealed record OutgoingMessage(ReadOnlyMemory<byte> Body, string? ServiceUrl, bool Answered = false)
{
    /// <summary>An activity that is written as text.</summary>
    public OutgoingMessage(string body, string? serviceUrl, bool answered = false)
        : this(System.Text.Encoding.UTF8.GetBytes(body), serviceUrl, answered)
    {
    }
}

/// <summary>An activity of the outbox.</summary>
/// <param name="Id">Key.</param>
/// <param name="Conversation">The channel and its own name for the conversation.</param>
/// <param name="ServiceUrl">Where it goes.</param>
/// <param name="Body">The activity.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="DueAt">Not to be tried before.</param>
/// <param name="WrittenAt">When it was written.</param>
/// <param name="Trouble">What the channel said when it did not take it.</param>
public sealed record OutboxMessage(long Id, string Conversation, string ServiceUrl, string Body, OutboxState State, int Attempts, DateTimeOffset DueAt, DateTimeOffset WrittenAt, string? Trouble);

/// <summary>An activity of a transcript.</summary>
/// <param name="Watermark">Its place.</param>
/// <param name="Body">The activity.</param>
public sealed record TranscriptEntry(long Watermark, string Body);

/// <summary>What an earlier turn called.</summary>
/// <param name="PersonKey">Who asked.</param>
/// <param name="Tool">The function.</param>
/// <param name="Arguments">Its canonical arguments as JSON.</param>
public sealed record PastCall(string PersonKey, string Tool, string Arguments);
