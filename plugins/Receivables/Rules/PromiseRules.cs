namespace Copilot.Plugins.Receivables.Rules;

/// <summary>How a promise to pay stands.</summary>
internal enum PromiseState
{
    /// <summary>Its day has passed and less than promised has been paid since it was made.</summary>
    Broken,

    /// <summary>Its day has not passed and it is not yet paid in full.</summary>
    Open,

    /// <summary>Paid in full, after its day.</summary>
    KeptLate,

    /// <summary>Paid in full by its day.</summary>
    Kept,
}

/// <summary>Judges promises. Each is judged by itself: a payment counts for every promise that was made before it.</summary>
internal static class PromiseRules
{
    /// <summary>
    /// The state of a promise on a day. A recorded day of fulfilment counts; else the payments since the promise was made, that day included,
    /// are added up in the order of their days.
    /// </summary>
    public static PromiseJudgement Judge(DateOnly madeOn, DateOnly promisedFor, long amountMinor, DateOnly? keptOn, IEnumerable<(DateOnly Day, long Minor)> payments, DateOnly today)
    {
        var paid = 0L;
        DateOnly? fulfilled = keptOn is { } recorded && recorded <= today ? recorded : null;
        foreach (var (day, minor) in payments.Where(payment => payment.Day >= madeOn && payment.Day <= today).OrderBy(payment => payment.Day))
        {
            paid += minor;
            if (fulfilled is null && paid >= amountMinor)
            {
                fulfilled = day;
            }
        }

        var state = fulfilled is { } on
            ? on <= promisedFor ? PromiseState.Kept : PromiseState.KeptLate
            : today > promisedFor ? PromiseState.Broken : PromiseState.Open;
        return new PromiseJudgement(state, paid, fulfilled);
    }

    /// <summary>The state in words.</summary>
    public static string Label(PromiseState state) => state switch
    {
        PromiseState.Broken => "broken",
        PromiseState.Open => "open",
        PromiseState.KeptLate => "kept late",
        PromiseState.Kept => "kept",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}

/// <summary>How a promise stands.</summary>
/// <param name="State">The state.</param>
/// <param name="PaidMinor">Paid since it was made.</param>
/// <param name="FulfilledOn">The day on which it had been paid in full.</param>
internal sealed record PromiseJudgement(PromiseState State, long PaidMinor, DateOnly? FulfilledOn);
