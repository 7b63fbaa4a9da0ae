using Copilot.Core;

namespace Copilot.Plugins.Receivables.Cash;

/// <summary>
/// The open items, found by number, by customer and by amount, and what is left of each while payments are given out to them:
/// what one payment has taken, the next one cannot take again.
/// </summary>
internal sealed class CashLedger
{
    private static readonly int[] None = [];
    private readonly CashItem[] _items;
    private readonly long[] _left;
    private readonly Dictionary<string, List<int>> _byNumber = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _byOther = new(StringComparer.Ordinal);
    private readonly Dictionary<(int Customer, CurrencyCode Currency), int[]> _byCustomer;
    private readonly Dictionary<(CurrencyCode Currency, long Minor), List<int>> _byAmount = [];
    private readonly Dictionary<string, List<SettledItem>> _settled = new(StringComparer.Ordinal);
    private readonly HashSet<(int Customer, CurrencyCode Currency, long Minor)> _settledAmounts = [];
    private readonly HashSet<string> _ownPrefixes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _otherPrefixes = new(StringComparer.Ordinal);
    private readonly Dictionary<int, string> _takenBy = [];
    private readonly Dictionary<(int Customer, CurrencyCode Currency), int> _changes = [];

    /// <summary>A ledger of these items.</summary>
    public CashLedger(IEnumerable<CashItem> items, IEnumerable<SettledItem> settled)
    {
        _items = [.. items.Where(item => item.OpenMinor != 0).OrderBy(item => item.DueOn).ThenBy(item => item.Number, StringComparer.Ordinal)];
        _left = [.. _items.Select(item => item.OpenMinor)];
        for (var index = 0; index < _items.Length; index++)
        {
            var item = _items[index];
            Add(_byNumber, NumberKey.Of(item.Number), index);
            Add(_byAmount, (item.Currency, item.OpenMinor), index);
            _ownPrefixes.Add(NumberKey.Prefix(item.Number));
            foreach (var other in item.OtherNumbers)
            {
                Add(_byOther, NumberKey.Of(other), index);
                _otherPrefixes.Add(NumberKey.Prefix(other));
            }
        }

        _byCustomer = Enumerable.Range(0, _items.Length).GroupBy(index => (_items[index].Customer, _items[index].Currency)).ToDictionary(group => group.Key, group => group.ToArray());
        foreach (var item in settled)
        {
            Add(_settled, NumberKey.Of(item.Number), item);
            _settledAmounts.Add((item.Customer, item.Currency, item.AmountMinor));
        }
    }

    /// <summary>An item.</summary>
    public CashItem this[int index] => _items[index];

    /// <summary>What is left of an item; negative for a credit note.</summary>
    public long Left(int index) => _left[index];

    /// <summary>Items that carry a number and have something left.</summary>
    public IEnumerable<int> Numbered(string key) => _byNumber.GetValueOrDefault(key, []).Where(index => _left[index] != 0);

    /// <summary>Items of an order or purchase order that have something left.</summary>
    public IEnumerable<int> Ordered(string key) => _byOther.GetValueOrDefault(key, []).Where(index => _left[index] != 0);

    /// <summary>Items of exactly this amount of which nothing is taken yet.</summary>
    public IEnumerable<int> Amounting(CurrencyCode currency, long minor) => _byAmount.GetValueOrDefault((currency, minor), []).Where(index => _left[index] == minor);

    /// <summary>A customer's items in a currency with something left, by due date.</summary>
    public IEnumerable<int> Of(int customer, CurrencyCode currency) => _byCustomer.GetValueOrDefault((customer, currency), None).Where(index => _left[index] != 0);

    /// <summary>Whether letters before a number mean an order rather than an invoice.</summary>
    public bool MeansOrder(string prefix) => prefix.Length > 0 && _otherPrefixes.Contains(prefix) && !_ownPrefixes.Contains(prefix);

    /// <summary>Invoices with that number that were settled lately.</summary>
    public IReadOnlyList<SettledItem> Settled(string key) => _settled.GetValueOrDefault(key, []);

    /// <summary>Whether the customer settled an invoice of this amount lately.</summary>
    public bool SettledAmount(int customer, CurrencyCode currency, long minor) => _settledAmounts.Contains((customer, currency, minor));

    /// <summary>The payment that has taken what was left of a customer's item with that number, if one has.</summary>
    public string? TakenBy(string key, int customer) => _byNumber.GetValueOrDefault(key, [])
        .Where(index => _items[index].Customer == customer && _left[index] == 0).Select(index => _takenBy.GetValueOrDefault(index)).FirstOrDefault(payment => payment is not null);

    /// <summary>How often something of a customer's was taken; a suggestion made at an older count has to be made anew.</summary>
    public int Changes(int customer, CurrencyCode currency) => _changes.GetValueOrDefault((customer, currency));

    /// <summary>Whether all that a suggestion would take is still there.</summary>
    public bool Holds(CashSuggestion suggestion) => suggestion.Lines.All(line => Fits(line, _left[IndexOf(line.Item)]));

    /// <summary>Gives a suggestion's lines out, so that nothing is given out twice.</summary>
    /// <exception cref="InvalidOperationException">A line takes more than is left.</exception>
    public void Take(CashSuggestion suggestion)
    {
        foreach (var line in suggestion.Lines)
        {
            var index = IndexOf(line.Item);
            if (!Fits(line, _left[index]))
            {
                throw new InvalidOperationException($"{suggestion.Payment.Number} would take more of {line.Item.Number} than is left.");
            }

            _left[index] -= line.PaidMinor + line.DiscountMinor;
            _takenBy[index] = suggestion.Payment.Number;
            _changes[(line.Item.Customer, line.Item.Currency)] = Changes(line.Item.Customer, line.Item.Currency) + 1;
        }
    }

    private static bool Fits(CashLine line, long left)
    {
        var rest = left - line.PaidMinor - line.DiscountMinor;
        return Math.Abs(rest) <= Math.Abs(left) && (rest == 0 || Math.Sign(rest) == Math.Sign(left));
    }

    private int IndexOf(CashItem item) => _byNumber[NumberKey.Of(item.Number)].Find(candidate => ReferenceEquals(_items[candidate], item));

    private static void Add<TKey, TValue>(Dictionary<TKey, List<TValue>> index, TKey key, TValue value)
        where TKey : notnull => (index.TryGetValue(key, out var list) ? list : index[key] = []).Add(value);
}
