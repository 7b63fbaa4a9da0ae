using Copilot.Data;

namespace Copilot.IntegrationTests.Support;

internal static class DueOfAll
{
    /// <summary>What is due of all conversations, however much of each.</summary>
    public static Task<IReadOnlyList<OutboxMessage>> DueAsync(this OutboxStore outbox, int count, CancellationToken cancellationToken) => outbox.DueAsync(count, count, [], cancellationToken);
}
