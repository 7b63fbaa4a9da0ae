using Copilot.Core;

namespace Copilot.Plugins.Receivables.Cash;

/// <summary>An open invoice, or an open credit note, whose amounts are negative.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Customer">Whose it is; two records of one company count as one.</param>
/// <param name="Currency">Its currency.</param>
/// <param name="OpenMinor">What is still owed.</param>
/// <param name="IssuedOn">Document date.</param>
/// <param name="DueOn">Due date.</param>
internal sealed record CashItem(string Number, int Customer, CurrencyCode Currency, long OpenMinor, DateOnly IssuedOn, DateOnly DueOn)
{
    /// <summary>Days within which the early-payment discount may be taken; nought for none.</summary>
    public int DiscountDays { get; init; }

    /// <summary>Early-payment discount in percent.</summary>
    public decimal DiscountPercent { get; init; }

    /// <summary>Other numbers a payer may name it by: the order, the customer's own purchase order.</summary>
    public IReadOnlyList<string> OtherNumbers { get; init; } = [];

    /// <summary>What the customer disputes of it.</summary>
    public long DisputedMinor { get; init; }

    /// <summary>What the customer claims as chargebacks and keeps back from it.</summary>
    public long ChargedBackMinor { get; init; }

    /// <summary>Whether it is a credit note.</summary>
    public bool IsCredit => OpenMinor < 0;
}

/// <summary>An invoice that was settled lately, so that a second payment of it is recognised.</summary>
internal sealed record SettledItem(string Number, int Customer, CurrencyCode Currency, long AmountMinor, DateOnly ClosedOn);

/// <summary>A customer whose payments come in.</summary>
internal sealed record CashCustomer(int Id, string Name);

/// <summary>A payer's name on an earlier payment whose customer is known.</summary>
internal sealed record KnownPayer(string Payer, int Customer);
