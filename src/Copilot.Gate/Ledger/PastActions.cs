using System.Globalization;
using System.Text.Json;
using Copilot.Data;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Gate;

/// <summary>
/// The flight recorder's reader: rebuilds an action from the ledger, from the question over what was shown to the receipt. A text is taken only where it
/// yields the hash that the ledger names, a proposal only where its bytes yield the digest that was confirmed.
/// </summary>
internal sealed class PastActions(CompanyStore store, PolicyBook policy, TimeProvider time)
{
    private const int MostTexts = 1000;

    /// <summary>An action by its number; nothing where the ledger knows none of that number.</summary>
    public async Task<PastAction?> FindAsync(string number, CancellationToken cancellationToken)
    {
        var wanted = number.Trim().ToUpperInvariant();
        var ledger = new Ledger(store, time);
        var proposed = await ledger.AllAsync(cancellationToken).Where(entry => entry.Kind == "proposed").Select(entry => (string[])[entry.Subject, .. Named(entry, "question"), .. Named(entry, "supersedes")]).ToListAsync(cancellationToken);
        var about = new HashSet<string>(StringComparer.Ordinal) { wanted };

        // a question leads to its proposals, a proposal to its question and to what took its place
        for (var before = 0; before != about.Count;)
        {
            before = about.Count;
            foreach (var linked in proposed)
            {
                about.UnionWith(linked.Any(about.Contains) ? linked : []);
            }
        }

        var entries = await ledger.AllAsync(cancellationToken).Where(entry => about.Contains(entry.Subject.Split('/')[0])).ToListAsync(cancellationToken);
        return entries.Count == 0 ? null : new PastAction(wanted, entries, await TextsAsync(entries, cancellationToken), await ProposalsAsync(entries, cancellationToken));
    }

    private async Task<IReadOnlyList<PastText>> TextsAsync(IReadOnlyList<LedgerEntry> entries, CancellationToken cancellationToken)
    {
        await using var context = store.Copilot();
        var (ring, texts) = (new KeyRing(context), new List<PastText>());
        foreach (var question in entries.Where(entry => entry.Kind == "asked").Select(entry => entry.Subject))
        {
            var named = entries.Where(entry => entry.Subject == question).SelectMany(Texts).ToArray();
            var kept = new Dictionary<string, byte[]>(StringComparer.Ordinal);
            foreach (var stored in await StoredAsync(context, long.Parse(question[2..], CultureInfo.InvariantCulture), cancellationToken))
            {
                if (await ring.SaltedAsync(stored, cancellationToken) is { } salted)
                {
                    kept[Payload.DigestOf(salted)] = salted;
                }
            }

            texts.AddRange(named.Select(text => new PastText(question, text.What, text.Hash, kept.GetValueOrDefault(text.Hash))));
        }

        return texts;
    }

    private static async Task<IReadOnlyList<string>> StoredAsync(CopilotContext context, long question, CancellationToken cancellationToken)
    {
        if (await context.Inbox.AsNoTracking().FirstOrDefaultAsync(row => row.Id == question, cancellationToken) is not { } asked)
        {
            return [];
        }

        var said = await context.Transcripts.AsNoTracking().Where(row => row.Conversation == asked.Conversation && row.WrittenAt >= asked.ReceivedAt).OrderBy(row => row.Id).Take(MostTexts).Select(row => row.Body).ToListAsync(cancellationToken);
        var sent = await context.Outbox.AsNoTracking().Where(row => row.Conversation == asked.Conversation && row.WrittenAt >= asked.ReceivedAt).OrderBy(row => row.Id).Take(MostTexts).Select(row => row.Body).ToListAsync(cancellationToken);
        return [asked.Body, .. asked.Arguments is { } arguments ? [arguments] : Array.Empty<string>(), .. said, .. sent];
    }

    private async Task<IReadOnlyList<PastProposal>> ProposalsAsync(IReadOnlyList<LedgerEntry> entries, CancellationToken cancellationToken)
    {
        await using var context = store.Copilot();
        var (reader, found) = (new ProposalReader(store, policy, time), new List<PastProposal>());
        foreach (var entry in entries.Where(entry => entry.Kind == "proposed"))
        {
            var (id, digest) = (Numbers.Read(entry.Subject)!.Value, Named(entry, "digest").Single());
            if (await SealedProposals.FindAsync(context, id, cancellationToken) is { } row && await reader.FindAsync(id, cancellationToken) is { } view)
            {
                found.Add(new PastProposal(entry.Subject, digest, Payload.DigestOf(row.Payload) == digest ? row.Payload : null, view));
            }
        }

        return found;
    }

    private static IEnumerable<(string What, string Hash)> Texts(LedgerEntry entry) => entry.Kind switch
    {
        "asked" => Named(entry, "text").Select(hash => ("asked", hash)),
        "called" => Named(entry, "arguments").Select(hash => ("arguments", hash)),
        "answered" => Named(entry, "texts").Select(hash => ("answered", hash)),
        _ => [],
    };

    private static string[] Named(LedgerEntry entry, string property)
    {
        using var payload = JsonDocument.Parse(entry.Payload);
        return !payload.RootElement.TryGetProperty(property, out var value) ? []
            : value.ValueKind == JsonValueKind.String ? [value.GetString()!]
            : value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(item => item.GetString()!)]
            : [];
    }
}
