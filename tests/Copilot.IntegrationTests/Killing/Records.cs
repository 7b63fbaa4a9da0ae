namespace Copilot.IntegrationTests.Killing;

/// <summary>An activity that the host acknowledged.</summary>
internal sealed record Acknowledged(string Conversation, string Id);

/// <summary>A reply that reached the channel.</summary>
/// <param name="Conversation">Where.</param>
/// <param name="To">The activity it answers.</param>
/// <param name="Reply">Its own id: a reply that is sent again keeps it.</param>
internal sealed record Delivery(string Conversation, string To, string Reply);

/// <summary>A row of the inbox.</summary>
internal sealed record Received(string Id, bool Done);

/// <summary>A row of the outbox.</summary>
internal sealed record Written(string To, string State);
