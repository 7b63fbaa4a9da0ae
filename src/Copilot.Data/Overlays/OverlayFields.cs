using Copilot.Core;

namespace Copilot.Data;

/// <summary>Which of what effects change is another system's to know, and what follows from what.</summary>
internal static class OverlayFields
{
    // the copilot's own notes, and what goes along with its parent: no other system is asked for these
    private static readonly HashSet<Type> Own = [typeof(OrderEvent), typeof(ContactLog), typeof(CreditNoteLine), typeof(Overlay)];

    private static readonly HashSet<string> OwnFields =
    [
        nameof(Entity.Version), nameof(Customer.RemindersOff), nameof(Invoice.ReminderCount), nameof(Invoice.LastRemindedOn), nameof(OrderHold.ReleasedById), nameof(Customer.NameFolded),
    ];

    // the day on which something ended: the source has its own, and to show one at all is to agree
    private static readonly HashSet<string> EndingDays = [nameof(Invoice.ClosedOn), nameof(Order.CancelledOn), nameof(OrderHold.ReleasedOn), nameof(PaymentPromise.KeptOn)];

    // follows from payments, credits and write-offs that were set against it
    private static readonly HashSet<string> Sums =
        [nameof(Invoice.OpenMinor), nameof(Invoice.ClosedOn), nameof(Payment.UnappliedMinor), nameof(PaymentPromise.KeptOn), nameof(Payment.CustomerId)];

    /// <summary>Whether records of a type are mirrored at all.</summary>
    public static bool Mirrors(Type entity) => typeof(Entity).IsAssignableFrom(entity) && !Own.Contains(entity);

    /// <summary>Whether a field is the source's to confirm.</summary>
    public static bool Mirrors(string field) => field != "Id" && !OwnFields.Contains(field);

    /// <summary>Whether any day of the source's agrees with ours.</summary>
    public static bool IsEndingDay(string field) => EndingDays.Contains(field);

    /// <summary>Whether it follows from what was set against an invoice.</summary>
    public static bool IsSum(string field) => Sums.Contains(field);
}
