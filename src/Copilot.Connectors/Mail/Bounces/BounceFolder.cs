using System.Globalization;
using Copilot.Core;
using Copilot.Data;
using Copilot.Gate;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Copilot.Connectors.Mail;

/// <summary>
/// The folder into which mail that came back is dropped. Each file is read once: what it says of a mail that went from here is kept beside that mail's
/// receipt and stands in the ledger; the file then moves into <c>read</c>, and one that is no report into <c>unread</c>. Anybody can write such a mail: it
/// changes nothing about an effect, and what it says of somebody to whom the mail did not go is left out.
/// </summary>
public sealed partial class BounceFolder
{
    // a file that is being written looks like none
    private static readonly TimeSpan StillBeingWritten = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan WorthTelling = TimeSpan.FromDays(7);

    private readonly CompanyStore _store;
    private readonly ConfirmationGate _gate;
    private readonly DirectoryInfo _folder;
    private readonly TimeProvider _time;
    private readonly ILogger<BounceFolder> _logger;

    /// <summary>The folder of a store, as the settings say.</summary>
    public BounceFolder(CompanyStore store, ConfirmationGate gate, DirectoryInfo dataFolder, MailOptions options, TimeProvider time, ILogger<BounceFolder> logger)
    {
        ArgumentNullException.ThrowIfNull(dataFolder);
        ArgumentNullException.ThrowIfNull(options);
        (_store, _gate, _time, _logger) = (store, gate, time, logger);
        _folder = new DirectoryInfo(options.Bounces ?? Path.Combine(dataFolder.FullName, BounceReader.FolderName));
    }

    /// <summary>Takes in what was dropped, and returns what nobody was told of yet.</summary>
    public async Task<IReadOnlyList<MailNotice>> TakeAsync(CancellationToken cancellationToken)
    {
        var box = await BounceReader.ReadAsync(_folder, cancellationToken);
        foreach (var (file, reason) in box.Unread)
        {
            if (_time.GetUtcNow() - new DateTimeOffset(File.GetLastWriteTimeUtc(Path.Combine(_folder.FullName, file))) > StillBeingWritten)
            {
                NotRead(_logger, file, reason);
                Move(file, "unread");
            }
        }

        foreach (var bounce in box.Read)
        {
            if (await NoteAsync(bounce, cancellationToken))
            {
                Move(bounce.File, "read");
            }
        }

        return await UntoldAsync(cancellationToken);
    }

    /// <summary>The one concerned was told.</summary>
    public async Task ToldAsync(string key, CancellationToken cancellationToken)
    {
        await using var context = _store.Company();
        var now = _time.GetUtcNow();
        await context.DeliveryNotices.Where(row => row.Key == key).ExecuteUpdateAsync(set => set.SetProperty(row => row.ToldAt, now), cancellationToken);
    }

    // false where the mail is on its way at this moment: the file is looked at again
    private async Task<bool> NoteAsync(Bounce bounce, CancellationToken cancellationToken)
    {
        var (mail, state) = await FindAsync(bounce.Key, cancellationToken);
        if (mail is null || state is not (EffectState.Done or EffectState.Unknown))
        {
            NotOurs(_logger, bounce.File);
            return state != EffectState.Executing;
        }

        await using var context = _store.Company();
        var now = _time.GetUtcNow();
        var rows = bounce.Recipients.Select((recipient, place) => (recipient, place)).Where(pair => pair.recipient.Action is "failed" or "delayed")
            .Select(pair => (pair.recipient, pair.place, Address: Among(mail, pair.recipient.Address))).Where(row => row.Address is not null)
            .Select(row => new DeliveryNotice
            {
                Key = string.Create(CultureInfo.InvariantCulture, $"{bounce.Sha256}/{row.place}"), Effect = bounce.Key!, File = bounce.File, At = now, Address = row.Address!, Lost = row.recipient.Lost,
                Status = row.recipient.Status, Diagnostic = row.recipient.Diagnostic,
            }).ToList();
        var known = await context.DeliveryNotices.AsNoTracking().Where(row => row.Effect == bounce.Key).Select(row => row.Key).ToListAsync(cancellationToken);
        rows.RemoveAll(row => known.Contains(row.Key));
        if (rows.Count == 0)
        {
            NotOurs(_logger, bounce.File);
            return true;
        }

        // the entry first: a crash between may leave it twice, never a notice without one
        await new Ledger(_store, _time).AppendAsync("mail_returned", "mail", bounce.Key!, new { sha256 = bounce.Sha256, lost = rows.Count(row => row.Lost), delayed = rows.Count(row => !row.Lost), status = rows.Select(row => row.Status).Distinct().ToList() }, cancellationToken);
        await SealAsync(rows, now, cancellationToken);
        context.DeliveryNotices.AddRange(rows);
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // another host took the same file at the same moment
        }

        return true;
    }

    private async Task<(SendMail? Mail, EffectState? State)> FindAsync(string? key, CancellationToken cancellationToken)
    {
        if (key?.Split('/') is not [var number, var place] || !long.TryParse(number.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture, out var id) || !int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var ordinal))
        {
            return (null, null);
        }

        await using var context = _store.Copilot();
        var effect = await context.ProposalEffects.AsNoTracking().FirstOrDefaultAsync(row => row.ProposalId == id && row.Ordinal == ordinal, cancellationToken);
        return effect?.ConfirmedBy is { } person && await _gate.ShowAsync(number, person, cancellationToken) is { Ok: true, Value: { } view }
            ? (view.Effects.FirstOrDefault(shown => shown.Ordinal == ordinal)?.Effect as SendMail, effect.State)
            : (null, effect?.State);
    }

    private async Task SealAsync(List<DeliveryNotice> rows, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var context = _store.Copilot();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        using var to = context.Writer();
        foreach (var row in rows)
        {
            var key = await PersonKeys.EnsureAsync(to, PersonKeys.OfContact(row.Address), now, cancellationToken);
            (row.Address, row.Diagnostic) = (SealedText.Seal([key], row.Address).Stored, row.Diagnostic.Length > 0 ? SealedText.Seal([key], row.Diagnostic).Stored : "");
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private async Task<IReadOnlyList<MailNotice>> UntoldAsync(CancellationToken cancellationToken)
    {
        await using var company = _store.Company();
        var since = _time.GetUtcNow() - WorthTelling;
        var rows = await company.DeliveryNotices.AsNoTracking().Where(row => row.ToldAt == null && row.At > since).OrderBy(row => row.At).ThenBy(row => row.Key).ToListAsync(cancellationToken);
        var notices = new List<MailNotice>();
        await using var copilot = _store.Copilot();
        foreach (var row in rows)
        {
            var (id, ordinal) = (long.Parse(row.Effect[2..row.Effect.IndexOf('/', StringComparison.Ordinal)], CultureInfo.InvariantCulture), int.Parse(row.Effect[(row.Effect.IndexOf('/', StringComparison.Ordinal) + 1)..], CultureInfo.InvariantCulture));
            if (await copilot.ProposalEffects.AsNoTracking().Where(effect => effect.ProposalId == id && effect.Ordinal == ordinal).Select(effect => effect.ConfirmedBy).FirstOrDefaultAsync(cancellationToken) is { } person)
            {
                notices.Add(new MailNotice(row.Key, row.Effect, person));
            }
        }

        return notices;
    }

    // forwarding may name another mailbox: of a mail to one address it is clear who is meant
    private static string? Among(SendMail mail, string address) =>
        mail.To.FirstOrDefault(recipient => recipient.Email.Equals(address, StringComparison.OrdinalIgnoreCase))?.Email ?? (mail.To.Count == 1 ? mail.To[0].Email : null);

    private void Move(string file, string to)
    {
        try
        {
            var folder = _folder.CreateSubdirectory(to);
            var target = Path.Combine(folder.FullName, file);
            File.Move(Path.Combine(_folder.FullName, file), File.Exists(target) ? Path.Combine(folder.FullName, $"{_time.GetUtcNow():yyyyMMdd-HHmmssfff}-{file}") : target);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            // it is kept where it is: what it says is noted by its hash and counts once
            NotMoved(_logger, file, trouble.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The file {File} among the bounces is not read: {Reason}. It is kept in the folder 'unread'.")]
    private static partial void NotRead(ILogger logger, string file, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "The bounce {File} is about no mail that went from here, or says nothing new of one.")]
    private static partial void NotOurs(ILogger logger, string file);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The bounce {File} cannot be moved: {Reason}")]
    private static partial void NotMoved(ILogger logger, string file, string reason);
}

/// <summary>Something to be told of a mail that went.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Effect">Key of the effect that sent the mail.</param>
/// <param name="PersonKey">Who confirmed it.</param>
public sealed record MailNotice(string Key, string Effect, string PersonKey);
