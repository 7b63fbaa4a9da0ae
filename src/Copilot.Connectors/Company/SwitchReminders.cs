using Copilot.Core;
using Copilot.Data;

namespace Copilot.Connectors.Company;

/// <summary>Switches reminders on or off, for a customer or one invoice.</summary>
internal sealed class SwitchReminders(CompanyStore store) : CompanyExecutor<SetReminders>(store)
{
    /// <inheritdoc/>
    protected override async Task<string> ApplyAsync(SetReminders effect, CompanyWork work, CancellationToken cancellationToken)
    {
        switch (effect.Record.Kind)
        {
            case TargetKind.Customer:
                (await work.CustomerAsync(effect.Record, cancellationToken)).RemindersOff = !effect.On;
                break;
            case TargetKind.Invoice:
                (await work.InvoiceAsync(effect.Record, cancellationToken)).RemindersOff = !effect.On;
                break;
            default:
                throw new RecordMoved($"{effect.Record.Document} is neither a customer nor an invoice: it has no reminders.");
        }

        return $"Reminders for {effect.Record.Document} are {(effect.On ? "on" : "off")}.";
    }
}
