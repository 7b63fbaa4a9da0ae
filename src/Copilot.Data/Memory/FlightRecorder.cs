using System.Text.Json;

namespace Copilot.Data;

/// <summary>
/// What was asked, called and answered, as entries of the ledger: the texts themselves stand sealed in inbox, outbox and transcript, the entries
/// hold their salted hashes. A question's number is its place in the inbox: Q-12.
/// </summary>
internal static class FlightRecorder
{
    /// <summary>Somebody asked.</summary>
    public static Task AskedAsync(WriteTo to, long id, string conversation, PersonKey asker, string text, DateTimeOffset now, CancellationToken cancellationToken) => AddAsync(
        to, now, "asked", asker.Alias, id, new { door = conversation.Split(':')[0], text }, cancellationToken);

    /// <summary>A function was called, if one was, and an answer was given.</summary>
    public static async Task AnsweredAsync(WriteTo to, long id, FinishedMessage end, string versions, string? arguments, IReadOnlyList<string> texts, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (end.Tool is { } tool)
        {
            await AddAsync(to, now, "called", "copilot", id, new { tool, arguments, versions }, cancellationToken);
        }

        await AddAsync(to, now, "answered", "copilot", id, new { outcome = end.Outcome, texts }, cancellationToken);
    }

    /// <summary>The number of a question.</summary>
    public static string NumberOf(long id) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Q-{id}");

    private static Task<LedgerRow> AddAsync<TPayload>(WriteTo to, DateTimeOffset now, string kind, string actor, long id, TPayload payload, CancellationToken cancellationToken) =>
        LedgerChain.AddAsync(to, now, kind, actor, NumberOf(id), JsonSerializer.Serialize(payload, JsonSerializerOptions.Web), cancellationToken);
}
