namespace Copilot.Data.Sample;

/// <summary>
/// Figures measured on the real sets (see README.md) that the sample follows: aggregates only, no row is taken over.
/// </summary>
internal static class Shapes
{
    /// <summary>Deliveries after the scheduled day (scms_delivery_history).</summary>
    public const double LateDeliveryShare = 0.115;

    /// <summary>Deliveries before the scheduled day (scms_delivery_history).</summary>
    public const double EarlyDeliveryShare = 0.273;

    /// <summary>Invoices settled after their due day (ar_invoices).</summary>
    public const double LatePaymentShare = 0.356;

    /// <summary>Invoices disputed (ar_invoices).</summary>
    public const double DisputedShare = 0.227;

    /// <summary>Won deals among those closed (crm_opportunities).</summary>
    public const double WinShare = 0.6315;

    /// <summary>Days by which a late delivery is late: the quantiles of scms_delivery_history over four, because ours do not cross oceans.</summary>
    public static readonly IReadOnlyList<(double, double)> LateDeliveryDays = [(0, 1), (0.25, 1.25), (0.5, 3), (0.75, 6.2), (0.9, 12.8), (1, 20)];

    /// <summary>Days from first contact to the win (crm_opportunities).</summary>
    public static readonly IReadOnlyList<(double, double)> DaysToWin = 
    [
        (0, 1), (0.1, 5), (0.2, 8), (0.3, 11), (0.4, 18), (0.45, 43), (0.5, 57), (0.6, 71), (0.75, 88), (0.9, 106), (1, 138),
    ];

    /// <summary>Days from first contact to the loss (crm_opportunities).</summary>
    public static readonly IReadOnlyList<(double, double)> DaysToLoss = 
    [
        (0, 1), (0.1, 2), (0.25, 7), (0.45, 11), (0.5, 14), (0.55, 36), (0.6, 56), (0.75, 79), (0.9, 100), (1, 138),
    ];
}
