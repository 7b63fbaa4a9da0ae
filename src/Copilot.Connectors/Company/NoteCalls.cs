using Copilot.Core;
using Copilot.Data;

namespace Copilot.Connectors.Company;

/// <summary>Notes a call.</summary>
internal sealed class NoteCalls(CompanyStore store) : CompanyExecutor<LogCall>(store)
{
    /// <inheritdoc/>
    protected override async Task<string> ApplyAsync(LogCall effect, CompanyWork work, CancellationToken cancellationToken)
    {
        var customer = await work.StillThereAsync(effect.Customer, cancellationToken);
        work.Records.ContactLogs.Add(new ContactLog
        {
            CustomerId = customer, At = work.At, Kind = "call", Outcome = Words.Of(effect.Outcome), Text = effect.Note, ById = await work.PersonAsync(cancellationToken),
        });
        return $"The call with {effect.Customer.Document} is noted.";
    }
}
