using Copilot.Data;

namespace Copilot.Bot;

/// <summary>Runs a message of the inbox to its stored end.</summary>
internal interface ITurnHandler
{
    /// <summary>Runs the turn and stores its end.</summary>
    /// <returns>The replies, for a caller that waits for them.</returns>
    Task<IReadOnlyList<Activity>> RunAsync(InboxMessage message, CancellationToken cancellationToken);
}
