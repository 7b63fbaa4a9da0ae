using Copilot.Core;

namespace Copilot.Data.Sample;

/// <summary>What a payment pays of one invoice.</summary>
internal sealed record PaymentShare(InvoiceDraft Invoice, long AmountMinor, long DeductionMinor = 0, string? DeductionReason = null);

/// <summary>A payment in the making.</summary>
internal sealed class PaymentDraft(Customer customer, DateOnly day)
{
    public Customer Customer { get; } = customer;

    public DateOnly Day { get; } = day;

    public List<PaymentShare> Shares { get; } = [];

    /// <summary>More than the shares add up to.</summary>
    public long ExtraMinor { get; init; }

    /// <summary>Whether the shares are applied to their invoices yet.</summary>
    public bool Applied { get; init; } = true;

    /// <summary>Whether a remittance advice came with it.</summary>
    public bool Remittance { get; set; } = true;

    /// <summary>How the payer writes an invoice number in the remittance advice.</summary>
    public Func<string, string> Spelling { get; init; } = number => number;

    public string? Payer { get; init; }

    public string? Reference { get; init; }

    /// <summary>Whether it is known who paid.</summary>
    public bool Known { get; init; } = true;

    public long AmountMinor => Shares.Sum(share => share.AmountMinor) + ExtraMinor;
}
