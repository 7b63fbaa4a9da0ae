namespace Copilot.Data.Import;

/// <summary>
/// What a whole column of dates shows about the order in which they are written. Each value allows some orders; the column's order is the one
/// that all of them allow. None left: two orders are mixed. Several left, and it matters: it cannot be told.
/// </summary>
internal sealed class DateColumn(int lastYear)
{
    private static readonly DateOrders[] Numeric = [DateOrders.Dmy, DateOrders.Mdy, DateOrders.Ymd];

    private readonly Dictionary<DateOrders, Evidence> _evidence = [];
    private readonly Dictionary<(DateOrders, DateOrders), Evidence> _differing = [];
    private DateOrders _allowed = DateOrders.All;

    /// <summary>How many values were dates in some order.</summary>
    public long Dates { get; private set; }

    /// <summary>How many were not, in any.</summary>
    public long Unreadable { get; private set; }

    /// <summary>What to look at when two orders are mixed.</summary>
    public MisreadDates Misread { get; } = new(lastYear);

    /// <summary>What each set of orders is allowed by.</summary>
    public IReadOnlyDictionary<DateOrders, Evidence> Seen => _evidence;

    /// <summary>The orders in which every value is a date.</summary>
    public DateOrders Allowed => _allowed;

    /// <summary>Whether values can be read in one order alone, or it makes no difference.</summary>
    public DateOrders Decided
    {
        get
        {
            var options = Numeric.Append(DateOrders.Named).Append(DateOrders.Serial).Where(order => _allowed.HasFlag(order)).ToArray();
            if (options.Length == 0 || Dates == 0)
            {
                return DateOrders.None;
            }

            var first = options[0];
            return options.Skip(1).Any(other => _differing.ContainsKey((first, other))) ? DateOrders.None : first;
        }
    }

    /// <summary>Whether no one order fits all values.</summary>
    public bool Mixed => Dates > 0 && _allowed == DateOrders.None;

    /// <summary>A value that reads differently in two orders that both remain; nothing when there is none.</summary>
    public Evidence? Ambiguous => _differing.Where(pair => _allowed.HasFlag(pair.Key.Item1) && _allowed.HasFlag(pair.Key.Item2)).Select(pair => (Evidence?)pair.Value).FirstOrDefault();

    /// <summary>Adds a value of the column.</summary>
    public void Add(string text, int line)
    {
        if (!DateText.TryParse(text, out var date) || date.Orders(lastYear) is var orders && orders == DateOrders.None)
        {
            Unreadable++;
            return;
        }

        Dates++;
        _allowed &= orders;
        Count(_evidence, orders, text, line);
        if (!Numeric.Contains(orders) && orders is not (DateOrders.Named or DateOrders.Serial))
        {
            Compare(date, orders, text, line);
        }

        Misread.Add(date);
    }

    private static void Count<TKey>(Dictionary<TKey, Evidence> seen, TKey key, string text, int line)
        where TKey : notnull => seen[key] = seen.TryGetValue(key, out var before) ? before with { Count = before.Count + 1 } : new Evidence(1, line, text);

    private void Compare(DateText date, DateOrders orders, string text, int line)
    {
        for (var i = 0; i < Numeric.Length; i++)
        {
            for (var j = i + 1; j < Numeric.Length; j++)
            {
                if (orders.HasFlag(Numeric[i]) && orders.HasFlag(Numeric[j]) && date.Day(Numeric[i], lastYear) != date.Day(Numeric[j], lastYear))
                {
                    Count(_differing, (Numeric[i], Numeric[j]), text, line);
                }
            }
        }
    }

    /// <summary>How often something was seen, and where first.</summary>
    internal readonly record struct Evidence(long Count, int Line, string Value);
}
