namespace Copilot.Plugins.Receivables.Risk;

/// <summary>The features of the late-payment model. All of them are known on the day the invoice is issued.</summary>
internal enum Feature
{
    /// <summary>Log odds of the customer's share of late payments among invoices settled before, smoothed towards everybody's.</summary>
    LateShare,

    /// <summary>The same, the newest payments counting most.</summary>
    RecentLateness,

    /// <summary>Average days from due date to settlement of invoices settled before.</summary>
    AverageLag,

    /// <summary>How much that varied.</summary>
    LagSpread,

    /// <summary>Logarithm of the amount over the customer's usual amount.</summary>
    AmountAgainstUsual,

    /// <summary>Logarithm of the amount.</summary>
    Amount,

    /// <summary>Payment terms in days.</summary>
    Terms,

    /// <summary>Share of the customer's invoices known to be disputed before.</summary>
    DisputeShare,

    /// <summary>Logarithm of the number of the customer's invoices open at the time.</summary>
    OpenInvoices,

    /// <summary>Logarithm of the number of those that were overdue at the time.</summary>
    OverdueInvoices,

    /// <summary>Logarithm of the days for which the oldest of those was overdue.</summary>
    OldestOverdue,

    /// <summary>Logarithm of the number of invoices settled before.</summary>
    History,

    /// <summary>1 sent electronically, -1 on paper, 0 not known.</summary>
    Electronic,

    /// <summary>Due on a Saturday or Sunday.</summary>
    DueOnWeekend,

    /// <summary>Due in the last five days of a month.</summary>
    DueAtMonthEnd,

    /// <summary>Issued on a Monday or Tuesday.</summary>
    IssuedEarlyInWeek,

    /// <summary>The season of the due date: cosine of the year's angle.</summary>
    SeasonCosine,

    /// <summary>The season of the due date: sine of the year's angle.</summary>
    SeasonSine,
}
