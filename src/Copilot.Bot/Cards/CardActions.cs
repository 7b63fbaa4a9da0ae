namespace Copilot.Bot;

/// <summary>The kind of action that a channel's buttons have: one a button, because a client that knows both would send twice.</summary>
internal enum CardActions
{
    /// <summary><c>Action.Execute</c>: Teams.</summary>
    Execute,

    /// <summary><c>Action.Submit</c>: Web Chat, where an <c>Action.Execute</c> sends nothing.</summary>
    Submit,
}
