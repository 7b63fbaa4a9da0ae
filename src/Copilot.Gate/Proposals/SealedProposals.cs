using System.Text;
using System.Text.Json;
using Copilot.Core;
using Copilot.Data;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Gate;

/// <summary>
/// Keeps the text of proposals sealed: each effect by itself, a mail under the keys of those it goes to, everything else under the house's. What was
/// erased with a person leaves an <see cref="ErasedEffect"/> behind; such a proposal no longer yields its digest, and nothing of it can run.
/// </summary>
internal static class SealedProposals
{
    private const string Erased = "(erased)";

    /// <summary>Seals what a row says, in the transaction that stores it.</summary>
    public static async Task SealAsync(CopilotContext context, ProposalRow row, IReadOnlyList<Effect> effects, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var parts = ProposalParts.Of(row.Payload);
        var texts = new List<SealedPart>();
        foreach (var (effect, text) in effects.Zip(parts.Effects))
        {
            texts.Add(new SealedPart(EffectJson.KindOf(effect), effect.Rule(), await SealAsync(context, effect, text, now, cancellationToken)));
        }

        row.Payload = JsonSerializer.SerializeToUtf8Bytes(new SealedBody(await SealAsync(context, null, parts.Shell, now, cancellationToken), await SealAsync(context, null, parts.Basis, now, cancellationToken), texts));
        row.Arguments = await SealAsync(context, null, row.Arguments, now, cancellationToken);
    }

    /// <summary>Seals a text under the keys of those an effect goes to, under the house's where it goes to nobody.</summary>
    public static async Task<string> SealAsync(CopilotContext context, Effect? about, string text, DateTimeOffset now, CancellationToken cancellationToken)
    {
        using var to = context.Writer();
        var keys = new List<PersonKey>();
        string[] people = about switch
        {
            SendMail mail => [.. mail.To.Select(recipient => PersonKeys.OfContact(recipient.Email)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            SendNudge nudge => [PersonKeys.OfPerson(nudge.To.Key)],
            _ => [],
        };
        foreach (var subject in people.DefaultIfEmpty(PersonKeys.House))
        {
            keys.Add(await PersonKeys.EnsureAsync(to, subject, now, cancellationToken));
        }

        return SealedText.Seal(keys, text).Stored;
    }

    /// <summary>A proposal's row, opened; nothing where there is none.</summary>
    public static async Task<ProposalRow?> FindAsync(CopilotContext context, long id, CancellationToken cancellationToken) =>
        await context.Proposals.AsNoTracking().FirstOrDefaultAsync(found => found.Id == id, cancellationToken) is { } row ? await OpenAsync(new KeyRing(context), row, cancellationToken) : null;

    /// <summary>What a proposal's bytes, as kept, are about: its effects, which may hold whole files, stay closed.</summary>
    public static async Task<string> TitleAsync(KeyRing ring, byte[] payload, CancellationToken cancellationToken) =>
        SealedBody.Of(payload) is not { } body ? EffectJson.Read(payload).Title
        : await PartAsync(ring, body.Shell, cancellationToken) is { } shell ? EffectJson.Read(new ProposalParts(shell, ProposalParts.NoBasis, []).Bytes()).Title
        : Erased;

    /// <summary>A receipt, opened.</summary>
    public static async Task<string?> ReceiptAsync(KeyRing ring, string? stored, CancellationToken cancellationToken) =>
        stored is null ? null : await ring.OpenAsync(stored, cancellationToken) ?? Erased;

    // a part that is not sealed was put there by somebody else
    private static async Task<string?> PartAsync(KeyRing ring, string stored, CancellationToken cancellationToken) => SealedText.IsSealed(stored) ? await ring.OpenAsync(stored, cancellationToken) : null;

    private static async Task<ProposalRow> OpenAsync(KeyRing ring, ProposalRow row, CancellationToken cancellationToken)
    {
        row.Arguments = await ring.OpenAsync(row.Arguments, cancellationToken) ?? "{}";
        row.DecisionReason = row.DecisionReason is { } reason ? await ring.OpenAsync(reason, cancellationToken) ?? Erased : null;
        if (SealedBody.Of(row.Payload) is not { } body)
        {
            return row;
        }

        var shell = await PartAsync(ring, body.Shell, cancellationToken) ?? ProposalParts.Of(EffectJson.Write(new Proposal(Erased, "Its text was erased with the person it named.", [], []))).Shell;
        var effects = new List<string>();
        foreach (var part in body.Effects)
        {
            effects.Add(await PartAsync(ring, part.Text, cancellationToken) ?? ProposalParts.Of(EffectJson.Write(new Proposal("", "", [new ErasedEffect(part.Kind, part.Rule)], []))).Effects[0]);
        }

        row.Payload = new ProposalParts(shell, await PartAsync(ring, body.Basis, cancellationToken) ?? ProposalParts.NoBasis, effects).Bytes();
        return row;
    }
}

/// <summary>A proposal's payload as it is kept.</summary>
/// <param name="Shell">Title, reason and remarks, sealed.</param>
/// <param name="Basis">The facts it rests on, sealed.</param>
/// <param name="Effects">Each effect, sealed by itself.</param>
internal sealed record SealedBody(string Shell, string Basis, IReadOnlyList<SealedPart> Effects)
{
    private static readonly byte[] Start = Encoding.UTF8.GetBytes("{\"Shell\":");

    /// <summary>Reads it; nothing where the bytes are a proposal that was never sealed.</summary>
    public static SealedBody? Of(byte[] payload) => payload.AsSpan().StartsWith(Start) ? JsonSerializer.Deserialize<SealedBody>(payload) : null;
}

/// <summary>An effect as it is kept.</summary>
/// <param name="Kind">Its canonical word.</param>
/// <param name="Rule">The policy's rule for it.</param>
/// <param name="Text">What it says, sealed.</param>
internal sealed record SealedPart(string Kind, EffectRule Rule, string Text);
