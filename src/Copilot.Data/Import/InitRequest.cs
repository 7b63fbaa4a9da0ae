using Copilot.Core;

namespace Copilot.Data.Import;

/// <summary>What a new company is called and who begins it.</summary>
public sealed record InitRequest
{
    /// <summary>The company's name.</summary>
    public required string Name { get; init; }

    /// <summary>The account at the keyboard, as the operating system names it; it becomes the person's short name.</summary>
    public required string AccountName { get; init; }

    /// <summary>The person's name, where the operating system knows it.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The currency in which totals are given.</summary>
    public CurrencyCode BaseCurrency { get; init; } = CurrencyCode.Eur;

    /// <summary>Month in which the fiscal year starts.</summary>
    public int FiscalYearStartMonth { get; init; } = 1;

    /// <summary>IANA zone of the person.</summary>
    public string TimeZone { get; init; } = "UTC";
}
