namespace Copilot.Data.Import;

/// <summary>Days, and instants with or without a time of day, in the order that the column shows or the person said.</summary>
/// <param name="orders">The order; several when the map allows several.</param>
/// <param name="lastYear">Two-digit years after this one belong to the century before.</param>
/// <param name="instant">Whether the time of day counts.</param>
/// <param name="column">What the whole column showed.</param>
internal sealed class DayCellReader(DateOrders orders, int lastYear, bool instant, DateColumn? column) : CellReader
{
    private const long MillisecondsPerDay = 86_400_000;

    private static readonly int Epoch = DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;

    private readonly DateOrders[] _orders = [.. new[] { DateOrders.Dmy, DateOrders.Mdy, DateOrders.Ymd, DateOrders.Named, DateOrders.Serial }.Where(order => orders.HasFlag(order))];

    // the days of a column repeat
    private const int MostRemembered = 8192;

    private readonly Dictionary<string, long> _remembered = new(StringComparer.Ordinal);

    private readonly SuspectDates? _suspects = column is null ? null : new SuspectDates(column, lastYear);

    /// <inheritdoc/>
    public override string? Read(string text, ref Cell cell)
    {
        if (_remembered.TryGetValue(text, out var known))
        {
            cell = new Cell { Known = true, Number = known };
            return null;
        }

        if (!DateText.TryParse(text, out var date))
        {
            return "is no date";
        }

        foreach (var order in _orders)
        {
            if (date.Day(order, lastYear) is { } day)
            {
                return Take(text, day, date, ref cell);
            }
        }

        var allowed = date.Orders(lastYear);
        if (allowed == DateOrders.None)
        {
            return "is no day of the calendar";
        }

        if (_suspects?.Harmless(date) is { } same)
        {
            return Take(text, same, date, ref cell);
        }

        return _suspects?.Explain(date) ?? $"is written {DateOrderNames.Words(allowed)} in a column of {DateOrderNames.Words(orders)}";
    }

    private string? Take(string text, DateOnly day, in DateText date, ref Cell cell)
    {
        var number = instant ? ((day.DayNumber - Epoch) * MillisecondsPerDay) + (date.Seconds * 1000L) : day.DayNumber;
        cell = new Cell { Known = true, Number = number };
        if (_remembered.Count < MostRemembered)
        {
            _remembered.TryAdd(text, number);
        }

        return null;
    }
}
