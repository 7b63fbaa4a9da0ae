using Copilot.Core;

namespace Copilot.Data.Sample;

/// <summary>What was set against the invoices, in the order of days, and what is left of each.</summary>
internal static class ApplicationsPart
{
    public static void Add(SampleWorld world, List<InvoiceDraft> invoices)
    {
        foreach (var application in invoices.SelectMany(draft => draft.Applied).OrderBy(application => application.AppliedOn))
        {
            application.Id = world.Records.Applications.NextId();
            world.Records.Applications.Add(application);
        }

        foreach (var draft in invoices)
        {
            draft.Invoice.OpenMinor = draft.OpenMinor;
            draft.Invoice.ClosedOn = draft.OpenMinor == 0 ? draft.Applied.Max(application => application.AppliedOn) : null;
        }
    }
}
