using Copilot.Data;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Gate;

/// <summary>Keeps how far a proposal was shown to somebody. A page counts where every page before it was shown, so that none is left out.</summary>
internal sealed class ShownPages(CompanyStore store, TimeProvider time)
{
    /// <summary>Notes a page.</summary>
    public async Task NoteAsync(long id, string digest, string personKey, int page, int pages, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var context = store.Copilot();
        await using var transaction = await LedgerMove.BeginAsync(context, cancellationToken);
        var shown = await context.Presentations.FirstOrDefaultAsync(row => row.ProposalId == id && row.PersonKey == personKey, cancellationToken);
        var whole = shown is not null && shown.Digest == digest && shown.Page == shown.Pages;
        var next = shown is not null && shown.Digest == digest && shown.Pages == pages ? shown.Page + 1 : 1;
        if (whole || page != next) // guard G62
        {
            return;
        }

        if (shown is null)
        {
            context.Presentations.Add(shown = new PresentationRow { ProposalId = id, PersonKey = personKey });
        }

        (shown.Digest, shown.Page, shown.Pages, shown.At) = (digest, page, pages, now);
        await context.SaveChangesAsync(cancellationToken);
        if (page == pages)
        {
            await LedgerWriter.AddAsync(context, now, "presented", personKey, Numbers.Of(id), new { digest, pages }, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }
}
