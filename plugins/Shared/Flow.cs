using Copilot.Core;

namespace Copilot.Plugins.Shared;

/// <summary>A document's amount on its day, as a query selects it: sales, payments, credits.</summary>
internal sealed class Flow
{
    /// <summary>Document day: it decides the rate.</summary>
    public DateOnly Day { get; init; }

    /// <summary>Currency.</summary>
    public CurrencyCode Currency { get; init; }

    /// <summary>Amount in minor units.</summary>
    public long Minor { get; init; }

    /// <summary>Its number.</summary>
    public string Document { get; init; } = "";
}

/// <summary>What flowed in one currency on one day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Currency">The currency.</param>
/// <param name="Minor">The sum in minor units.</param>
/// <param name="Count">How many documents.</param>
internal sealed record FlowDay(DateOnly Day, CurrencyCode Currency, long Minor, int Count);
