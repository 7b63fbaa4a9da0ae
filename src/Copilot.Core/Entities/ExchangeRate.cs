namespace Copilot.Core;

/// <summary>Reference rate of a currency on a day.</summary>
public sealed class ExchangeRate : Entity
{
    /// <summary>Key.</summary>
    public Id<ExchangeRate> Id { get; set; }

    /// <summary>The day.</summary>
    public DateOnly Day { get; set; }

    /// <summary>The currency.</summary>
    public CurrencyCode Currency { get; set; }

    /// <summary>Units of the base currency for one unit of it.</summary>
    public decimal BasePerUnit { get; set; }
}
