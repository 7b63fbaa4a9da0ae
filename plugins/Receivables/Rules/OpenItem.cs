using Copilot.Core;

namespace Copilot.Plugins.Receivables.Rules;

/// <summary>An invoice that is open as of a day, as a query selects it.</summary>
internal sealed class OpenItem
{
    /// <summary>The invoice.</summary>
    public Id<Invoice> Id { get; init; }

    /// <summary>Its number.</summary>
    public string Number { get; init; } = "";

    /// <summary>Who owes it.</summary>
    public Id<Customer> CustomerId { get; init; }

    /// <summary>Invoice date.</summary>
    public DateOnly IssuedOn { get; init; }

    /// <summary>Due date.</summary>
    public DateOnly DueOn { get; init; }

    /// <summary>Currency.</summary>
    public CurrencyCode Currency { get; init; }

    /// <summary>Invoice amount in minor units.</summary>
    public long AmountMinor { get; init; }

    /// <summary>What is owed of it on the day, in minor units.</summary>
    public long BalanceMinor { get; init; }

    /// <summary>Reminders sent.</summary>
    public int ReminderCount { get; init; }

    /// <summary>Day of the last one.</summary>
    public DateOnly? LastRemindedOn { get; init; }

    /// <summary>Not to be reminded of.</summary>
    public bool RemindersOff { get; init; }

    /// <summary>What is owed of it.</summary>
    public Money Balance => new(BalanceMinor, Currency);
}

/// <summary>The open items of one currency and bucket, of all customers or of one.</summary>
/// <param name="CustomerId">The customer, where the sums are by customer.</param>
/// <param name="Currency">Currency.</param>
/// <param name="Bucket">Bucket.</param>
/// <param name="Minor">Sum of the balances in minor units.</param>
/// <param name="Count">How many invoices.</param>
internal sealed record AgedSum(Id<Customer>? CustomerId, CurrencyCode Currency, AgeBucket Bucket, long Minor, long Count)
{
    /// <summary>Their sum.</summary>
    public Money Amount => new(Minor, Currency);
}

/// <summary>The open items of one due day and currency.</summary>
/// <param name="DueOn">Due date.</param>
/// <param name="Currency">Currency.</param>
/// <param name="Minor">Sum of the balances in minor units.</param>
/// <param name="Count">How many invoices.</param>
/// <param name="LargestMinor">The largest balance, where it was asked for.</param>
internal sealed record DueDaySum(DateOnly DueOn, CurrencyCode Currency, long Minor, long Count, long? LargestMinor);
