namespace Copilot.Core;

/// <summary>The company whose records these are: one row.</summary>
public sealed class CompanyProfile : Entity
{
    /// <summary>Key.</summary>
    public Id<CompanyProfile> Id { get; set; }

    /// <summary>The company's name.</summary>
    public string Name { get; set; } = "";

    /// <summary>The currency in which totals are given.</summary>
    public CurrencyCode BaseCurrency { get; set; }

    /// <summary>1 to 12; see FiscalCalendar.</summary>
    public int FiscalYearStartMonth { get; set; }

    /// <summary>Whether these are the invented records of the embedded sample.</summary>
    public bool IsSample { get; set; }

    /// <summary>The day to which the sample was laid out.</summary>
    public DateOnly? SampleDay { get; set; }
}
