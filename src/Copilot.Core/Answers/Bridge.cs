using System.Globalization;

namespace Copilot.Core;

/// <summary>
/// The penny bridge: how a figure was computed, so that it can be opened and checked. Each kind of bridge fixes how its parts make the value.
/// </summary>
/// <param name="Definition">The formula in words, with its source where there is one.</param>
/// <param name="LeftOut">What one might have expected in it and why it is not.</param>
public abstract record Bridge(string Definition, IReadOnlyList<LeftOut> LeftOut);

/// <summary>Records that a figure leaves out.</summary>
/// <param name="Reason">Why: "disputed", "dated after the as-of day".</param>
/// <param name="Count">How many records.</param>
/// <param name="Value">Their sum, where it makes sense.</param>
public sealed record LeftOut(string Reason, long Count, Measure? Value)
{
    /// <summary>"disputed: 3, EUR 1,204.00".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Reason}: {Count:N0}{(Value is { } value ? $", {value}" : "")}");
}

/// <summary>One record's share in a figure.</summary>
/// <param name="Document">Its number or name.</param>
/// <param name="Contribution">Its share in the figure's own unit (money: major units); 1 in a count.</param>
/// <param name="Detail">What helps to recognise it: customer, due date.</param>
public sealed record BridgeRow(string Document, decimal Contribution, string? Detail = null);

/// <summary>The value is the sum of the rows' contributions (for a count: each contributes 1).</summary>
/// <param name="Definition">The formula in words.</param>
/// <param name="Source">The subject the rows come from.</param>
/// <param name="Filter">The filter as applied.</param>
/// <param name="RowCount">How many rows.</param>
/// <param name="Rows">Reads the rows; valid while the read session of the answer is open.</param>
/// <param name="LeftOut">What is not in it.</param>
public sealed record RowsBridge(
    string Definition, string Source, string Filter, long RowCount, Func<CancellationToken, IAsyncEnumerable<BridgeRow>> Rows, IReadOnlyList<LeftOut> LeftOut)
    : Bridge(Definition, LeftOut);

/// <summary>The value is the sum of the parts, each times its sign.</summary>
/// <param name="Definition">The formula in words.</param>
/// <param name="Parts">The parts.</param>
/// <param name="LeftOut">What is not in it.</param>
public sealed record TotalBridge(string Definition, IReadOnlyList<BridgePart> Parts, IReadOnlyList<LeftOut> LeftOut) : Bridge(Definition, LeftOut);

/// <summary>A part of a total.</summary>
/// <param name="Sign">1 to add, -1 to take away.</param>
/// <param name="Figure">The part.</param>
public sealed record BridgePart(int Sign, Figure Figure);

/// <summary>The value is the part in another currency: part × rate, rounded half away from zero to the minor unit.</summary>
/// <param name="Definition">The formula in words.</param>
/// <param name="Part">The amount before conversion.</param>
/// <param name="Rate">Units of the value's currency for one unit of the part's.</param>
/// <param name="RateDay">The day of the rate.</param>
public sealed record ConversionBridge(string Definition, Figure Part, decimal Rate, DateOnly RateDay) : Bridge(Definition, []);

/// <summary>The value is numerator ÷ denominator × factor, rounded half away from zero to the value's decimals.</summary>
/// <param name="Definition">The formula in words.</param>
/// <param name="Numerator">Above the line.</param>
/// <param name="Denominator">Below the line; never nought.</param>
/// <param name="Factor">1, 100 for percent, days of the period for days sales outstanding.</param>
/// <param name="LeftOut">What is not in it.</param>
public sealed record RatioBridge(string Definition, Figure Numerator, Figure Denominator, decimal Factor, IReadOnlyList<LeftOut> LeftOut) : Bridge(Definition, LeftOut);
