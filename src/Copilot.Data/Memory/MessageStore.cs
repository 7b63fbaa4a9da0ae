using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Data;

/// <summary>
/// Inbox, outbox and transcripts. What a method here has returned from is on disk: an activity is acknowledged after <see cref="TakeAsync"/> (where
/// its answer is the acknowledgement, after its end), and <see cref="FinishAsync"/> stores the end of its turn, what the conversation remembers and
/// every reply in one transaction.
/// </summary>
public sealed class MessageStore : IAsyncDisposable
{
    /// <summary>What conversations of the terminal begin with: nobody waits for their answer once the terminal is gone.</summary>
    public const string Terminal = "terminal:";

    // of so many groups at most somebody is asked for before it is said that they were met nowhere else
    private const int MostMet = 200;

    private readonly CompanyStore _store;
    private readonly GroupCommit _commit;
    private readonly KeptReaders _readers;
    private readonly string _schema;

    /// <summary>The messages of a store.</summary>
    public MessageStore(CompanyStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        (_store, _commit, _readers) = (store, new GroupCommit(store.Copilot), new KeptReaders(store.Copilot));
        _schema = store.Options.Provider == StoreProvider.Postgres ? StoreSchemas.Copilot + "." : "";
    }

    /// <summary>Takes an activity into the inbox.</summary>
    /// <returns>The message, or nothing when that activity had been taken before.</returns>
    public Task<InboxMessage?> TakeAsync(IncomingMessage message, CancellationToken cancellationToken) => TakeAsync(message, _ => { }, cancellationToken);

    /// <summary>Takes an activity into the inbox.</summary>
    /// <param name="message">The activity.</param>
    /// <param name="stored">What follows once it is on disk: in the order of the inbox, and even where its sender has hung up meanwhile.</param>
    /// <param name="cancellationToken">Ends the waiting; the activity is taken all the same.</param>
    /// <returns>The message, or nothing when that activity had been taken before.</returns>
    public Task<InboxMessage?> TakeAsync(IncomingMessage message, Action<InboxMessage> stored, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        return _commit.WriteAsync(async to =>
        {
            var now = _store.Clock.GetUtcNow();
            await (message.Said ? LedgerChain.ClaimAsync(to, CancellationToken.None) : Task.CompletedTask);
            var key = await PersonKeys.EnsureAsync(to, PersonKeys.OfPerson(message.PersonKey), now, CancellationToken.None);
            var (body, hash) = SealedText.Seal([key], message.Body);
            var id = await to.OneAsync(
                $"INSERT INTO {_schema}\"Inbox\" (\"Conversation\", \"ActivityId\", \"PersonKey\", \"Body\", \"ReceivedAt\") VALUES (@p0, @p1, @p2, @p3, @p4) ON CONFLICT (\"Conversation\", \"ActivityId\") DO NOTHING RETURNING \"Id\"",
                [message.Conversation, message.ActivityId, message.PersonKey, body, now], CancellationToken.None);
            if (id is not long number)
            {
                return null;
            }

            if (message.Said)
            {
                await FlightRecorder.AskedAsync(to, number, message.Conversation, key, hash, now, CancellationToken.None);
            }

            if (message.Echo is { } echo)
            {
                await ShowAsync(to, message.Conversation, key, System.Text.Encoding.UTF8.GetBytes(echo));
            }

            return new InboxMessage(number, message.Conversation, message.PersonKey, message.Body);
        }, taken => Follow(taken, stored), durable: !message.Awaited, cancellationToken);
    }

    /// <summary>Stores what came of an activity. A second end of the same activity changes nothing: after a crash a turn may run again, its replies go out once.</summary>
    /// <returns>Whether this was the first end.</returns>
    public Task<bool> FinishAsync(InboxMessage message, FinishedMessage end, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(end);
        return _commit.WriteAsync(async to =>
        {
            var now = _store.Clock.GetUtcNow();
            await (end.Versions is null ? Task.CompletedTask : LedgerChain.ClaimAsync(to, CancellationToken.None));
            var key = await PersonKeys.EnsureAsync(to, PersonKeys.OfPerson(message.PersonKey), now, CancellationToken.None);
            var arguments = end.Arguments is null ? default : SealedText.Seal([key], end.Arguments);
            var first = await to.RunAsync(
                $"UPDATE {_schema}\"Inbox\" SET \"DoneAt\" = @p1, \"Outcome\" = @p2, \"Tool\" = @p3, \"Arguments\" = @p4 WHERE \"Id\" = @p0 AND \"DoneAt\" IS NULL",
                [message.Id, now, end.Outcome, end.Tool, arguments.Stored], CancellationToken.None) == 1;
            if (!first)
            {
                return false;
            }

            if (end.State is not null || end.Reference is not null)
            {
                await to.RunAsync(
                    $"INSERT INTO {_schema}\"Conversations\" (\"Name\", \"PersonKey\", \"StartedAt\", \"LastAt\", \"State\", \"Reference\") VALUES (@p0, @p1, @p2, @p2, @p3, @p4) "
                    + "ON CONFLICT (\"Name\") DO UPDATE SET \"LastAt\" = excluded.\"LastAt\", "
                    + "\"State\" = COALESCE(excluded.\"State\", \"Conversations\".\"State\"), \"Reference\" = COALESCE(excluded.\"Reference\", \"Conversations\".\"Reference\")",
                    [Name(message.Conversation, message.PersonKey), message.PersonKey, now, Sealed(key, end.State), Sealed(key, end.Reference)], CancellationToken.None);
            }

            if (end.Left)
            {
                // a name is the conversation, a blank and the person; behind the blank comes "!"
                await to.RunAsync(
                    $"UPDATE {_schema}\"Conversations\" SET \"Reference\" = NULL WHERE \"Name\" >= @p0 AND \"Name\" < @p1", [$"{message.Conversation} ", $"{message.Conversation}!"], CancellationToken.None);
            }

            var texts = new List<string>();
            foreach (var reply in end.Replies)
            {
                texts.Add(await WriteAsync(to, message.Conversation, key, reply, now));
            }

            if (end.Versions is { } versions)
            {
                await FlightRecorder.AnsweredAsync(to, message.Id, end, versions, arguments.Hash, texts, now, CancellationToken.None);
            }

            return true;
        }, first => Tell(first && end.Replies.Any(reply => reply is { ServiceUrl: not null, Answered: false })), cancellationToken);
    }

    /// <summary>Stores what is said to a person in a conversation without having been asked there just now: a receipt, a colleague's request.</summary>
    public Task SayAsync(string conversation, string personKey, OutgoingMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        return _commit.WriteAsync(async to =>
        {
            var now = _store.Clock.GetUtcNow();
            await WriteAsync(to, conversation, await PersonKeys.EnsureAsync(to, PersonKeys.OfPerson(personKey), now, CancellationToken.None), message, now);
            return true;
        }, _ => Tell(message.ServiceUrl is not null), cancellationToken);
    }

    /// <summary>Where a person was met, the last first: the conversations and how each is reached, as JSON.</summary>
    public async IAsyncEnumerable<(string Conversation, string Reference)> MetAsync(string personKey, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var context = _store.Copilot();
        var rows = await context.Conversations.AsNoTracking().Where(met => met.PersonKey == personKey && met.Reference != null).OrderByDescending(met => met.LastAt).ThenByDescending(met => met.Id)
            .Take(MostMet).Select(met => new { met.Name, met.Reference }).ToListAsync(cancellationToken);
        var ring = new KeyRing(context);
        foreach (var row in rows)
        {
            if (await ring.OpenAsync(row.Reference, cancellationToken) is { } reference)
            {
                yield return (row.Name[..^(personKey.Length + 1)], reference);
            }
        }
    }

    /// <summary>Whether a person is reached in a conversation: they were met there, and the copilot has not been taken out of it.</summary>
    public async Task<bool> IsMetAsync(string conversation, string personKey, CancellationToken cancellationToken)
    {
        await using var context = _store.Copilot();
        var name = Name(conversation, personKey);
        return await context.Conversations.AsNoTracking().AnyAsync(met => met.Name == name && met.Reference != null, cancellationToken);
    }

    /// <summary>What was taken and has no end yet, in the order taken: what a host that was killed left.</summary>
    public async Task<IReadOnlyList<InboxMessage>> WaitingAsync(CancellationToken cancellationToken)
    {
        await using var context = _store.Copilot();
        var rows = await context.Inbox.AsNoTracking().Where(row => row.DoneAt == null && !row.Conversation.StartsWith(Terminal)).OrderBy(row => row.Id)
            .Select(row => new InboxMessage(row.Id, row.Conversation, row.PersonKey, row.Body)).ToListAsync(cancellationToken);
        var (ring, waiting) = (new KeyRing(context), new List<InboxMessage>());
        foreach (var row in rows)
        {
            if (await ring.OpenAsync(row.Body, cancellationToken) is { } body)
            {
                waiting.Add(row with { Body = body });
            }
        }

        return waiting;
    }

    /// <summary>Whether an activity was taken and has no end yet, on whatever host.</summary>
    public async Task<bool> IsWaitingAsync(string conversation, string activityId, CancellationToken cancellationToken)
    {
        await using var context = _store.Copilot();
        return await context.Inbox.AsNoTracking().AnyAsync(row => row.Conversation == conversation && row.ActivityId == activityId && row.DoneAt == null, cancellationToken);
    }

    /// <summary>What a conversation remembers of a person, as JSON.</summary>
    public async Task<string?> StateAsync(string conversation, string personKey, CancellationToken cancellationToken)
    {
        var state = await _readers.OneAsync($"SELECT \"State\" FROM {_schema}\"Conversations\" WHERE \"Name\" = @p0", [Name(conversation, personKey)], cancellationToken) as string;
        if (state is null || !SealedText.IsSealed(state))
        {
            return state;
        }

        return await _readers.OneAsync($"SELECT \"Secret\" FROM {_schema}\"PersonKeys\" WHERE \"Id\" = @p0", [SealedText.KeysOf(state)[0]], cancellationToken) is byte[] secret
            ? SealedText.Open([secret], state).Text
            : null;
    }

    /// <summary>What an earlier turn of a conversation called; nothing where it called nothing.</summary>
    public async Task<PastCall?> CallAsync(string conversation, long id, CancellationToken cancellationToken)
    {
        await using var context = _store.Copilot();
        var call = await context.Inbox.AsNoTracking().Where(row => row.Id == id && row.Conversation == conversation && row.Tool != null)
            .Select(row => new PastCall(row.PersonKey, row.Tool!, row.Arguments ?? "{}")).FirstOrDefaultAsync(cancellationToken);
        return call is not null && await new KeyRing(context).OpenAsync(call.Arguments, cancellationToken) is { } arguments ? call with { Arguments = arguments } : null;
    }

    /// <summary>Whether a person has a part in a conversation.</summary>
    public async Task<bool> BelongsAsync(string conversation, string personKey, CancellationToken cancellationToken)
    {
        await using var context = _store.Copilot();
        return await context.Inbox.AsNoTracking().AnyAsync(row => row.Conversation == conversation && row.PersonKey == personKey, cancellationToken);
    }

    /// <summary>What a conversation holds after a watermark, in order.</summary>
    public async Task<IReadOnlyList<TranscriptEntry>> TranscriptAsync(string conversation, long after, int count, CancellationToken cancellationToken)
    {
        await using var context = _store.Copilot();
        var rows = await context.Transcripts.AsNoTracking().Where(row => row.Conversation == conversation && row.Id > after).OrderBy(row => row.Id).Take(count)
            .Select(row => new TranscriptEntry(row.Id, row.Body)).ToListAsync(cancellationToken);
        var (ring, entries) = (new KeyRing(context), new List<TranscriptEntry>(rows.Count));
        foreach (var row in rows)
        {
            // where somebody was erased there is a gap; the watermarks go on
            if (await ring.OpenAsync(row.Body, cancellationToken) is { } body)
            {
                entries.Add(row with { Body = body });
            }
        }

        return entries;
    }

    /// <summary>The outbox of the same store.</summary>
    public OutboxStore Outbox => field ??= new OutboxStore(_store, _commit, _schema);

    /// <summary>Passes for one use, of the same store.</summary>
    public PassStore Passes => field ??= new PassStore(_commit, _schema);

    /// <summary>Files that people gave, of the same store.</summary>
    public UploadStore Uploads => field ??= new UploadStore(_store, _commit, _schema);

    /// <summary>How long all of this is kept.</summary>
    public Retention Retention => field ??= new Retention(_store, _commit, _schema);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _commit.DisposeAsync();
        _readers.Dispose();
    }

    private void Tell(bool added)
    {
        if (added)
        {
            Outbox.OnAdded();
        }
    }

    private static void Follow(InboxMessage? taken, Action<InboxMessage> stored)
    {
        if (taken is not null)
        {
            stored(taken);
        }
    }

    private async Task<string> ShowAsync(WriteTo to, string conversation, PersonKey key, ReadOnlyMemory<byte> text)
    {
        var (body, hash) = SealedText.Seal([key], text.Span);
        await to.RunAsync($"INSERT INTO {_schema}\"Transcripts\" (\"Conversation\", \"Body\", \"WrittenAt\") VALUES (@p0, @p1, @p2)", [conversation, body, _store.Clock.GetUtcNow()], CancellationToken.None);
        return hash;
    }

    /// <summary>Writes what is said to the one whose key it is.</summary>
    /// <returns>The salted hash of its text.</returns>
    private async Task<string> WriteAsync(WriteTo to, string conversation, PersonKey key, OutgoingMessage reply, DateTimeOffset now)
    {
        if (!reply.Answered && reply.ServiceUrl is null)
        {
            return await ShowAsync(to, conversation, key, reply.Body);
        }

        var (body, hash) = SealedText.Seal([key], reply.Body.Span);
        await to.RunAsync(
            $"INSERT INTO {_schema}\"Outbox\" (\"Conversation\", \"ServiceUrl\", \"Body\", \"State\", \"Attempts\", \"DueAt\", \"WrittenAt\", \"SentAt\") VALUES (@p0, @p1, @p2, @p3, 0, @p4, @p4, @p5)",
            [conversation, reply.ServiceUrl ?? "", body, reply.Answered ? OutboxState.Sent : OutboxState.Waiting, now, reply.Answered ? now : null], CancellationToken.None);
        return hash;
    }

    private static string? Sealed(PersonKey key, string? text) => text is null ? null : SealedText.Seal([key], text).Stored;

    private static string Name(string conversation, string personKey) => $"{conversation} {personKey}";
}
