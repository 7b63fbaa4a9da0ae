namespace Copilot.Data.Import;

/// <summary>
/// What a whole column of dates shows about the order in which they are written. Each value allows some orders; the column's order is the one
/// that all of them allow. None left: two orders are mixed. Several left, and it matters: it cannot be told.
/// </summary>
internal sealed class DateColumn(int lastYear)
{
    private static readonly DateOrders[] Numeric = [DateOrders.Dmy, DateOrders.Mdy, DateOrders.Ymd];

    // the days of a column repeat: what a text shows is worked out once and then counted
    private const int MostRemembered = 8192;

    private readonly Dictionary<string, Remembered> _remembered = new(StringComparer.Ordinal);
    private readonly Dictionary<DateOrders, Evidence> _evidence = [];
    private readonly MisreadDates _misread = new(lastYear);
    private readonly Dictionary<(DateOrders, DateOrders), Evidence> _differing = [];
    private DateOrders _allowed = DateOrders.All;

    /// <summary>How many values were dates in some order.</summary>
    public long Dates { get; private set; }

    /// <summary>How many were not, in any.</summary>
    public long Unreadable { get; private set; }

    /// <summary>What to look at when two orders are mixed.</summary>
    public MisreadDates Misread
    {
        get
        {
            foreach (var remembered in _remembered.Values)
            {
                _misread.Add(remembered.Date, remembered.Uncounted);
                remembered.Uncounted = 0;
            }

            return _misread;
        }
    }

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
    public Evidence? Ambiguous => _differing.Where(pair => _allowed.HasFlag(pair.Key.Item1) && _allowed.HasFlag(pair.Key.Item2)).Select(pair => pair.Value).FirstOrDefault();

    /// <summary>Adds a value of the column.</summary>
    public void Add(string text, int line)
    {
        if (_remembered.TryGetValue(text, out var known))
        {
            Dates++;
            known.Uncounted++;
            known.Shows.Count++;
            return;
        }

        if (!DateText.TryParse(text, out var date) || date.Orders(lastYear) is var orders && orders == DateOrders.None)
        {
            Unreadable++;
            return;
        }

        Dates++;
        _allowed &= orders;
        var evidence = Count(_evidence, orders, text, line);
        if (!Numeric.Contains(orders) && orders is not (DateOrders.Named or DateOrders.Serial))
        {
            Compare(date, orders, text, line);
        }

        if (_remembered.Count < MostRemembered)
        {
            _remembered.Add(text, new Remembered(date, evidence));
        }
        else
        {
            _misread.Add(date, 1);
        }
    }

    private static Evidence Count<TKey>(Dictionary<TKey, Evidence> seen, TKey key, string text, int line)
        where TKey : notnull
    {
        if (!seen.TryGetValue(key, out var evidence))
        {
            seen[key] = evidence = new Evidence(line, text);
        }

        evidence.Count++;
        return evidence;
    }

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
    internal sealed class Evidence(int line, string value)
    {
        /// <summary>How often.</summary>
        public long Count { get; set; }

        /// <summary>Line of the first.</summary>
        public int Line => line;

        /// <summary>The first.</summary>
        public string Value => value;
    }

    private sealed class Remembered(DateText date, Evidence shows)
    {
        public DateText Date => date;

        public Evidence Shows => shows;

        public int Uncounted { get; set; } = 1;
    }
}
