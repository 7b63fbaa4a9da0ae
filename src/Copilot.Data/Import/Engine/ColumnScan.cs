using System.Runtime.InteropServices;

namespace Copilot.Data.Import;

/// <summary>What one column shows when it is read from top to bottom, before any row is taken.</summary>
internal sealed class ColumnScan
{
    // beyond this many different words a column is no list of words that a map could translate
    private const int MostWords = 50;

    private readonly Dictionary<string, (long Count, int Line)> _strange = new(StringComparer.OrdinalIgnoreCase);
    private readonly long[] _lengths = new long[32];
    private bool _digitsOnly = true;

    public ColumnScan(ColumnUse use, int lastYear)
    {
        Use = use;
        Dates = use.Field.Type is FieldType.Day or FieldType.Instant ? new DateColumn(lastYear) : null;
        Numbers = use.Field.Type is FieldType.Money or FieldType.Whole or FieldType.Number ? new NumberColumn(use.Field.Type == FieldType.Whole) : null;
    }

    /// <summary>The column and its field.</summary>
    public ColumnUse Use { get; }

    /// <summary>Its dates, when it is to hold such.</summary>
    public DateColumn? Dates { get; }

    /// <summary>Its numbers, when it is to hold such.</summary>
    public NumberColumn? Numbers { get; }

    /// <summary>How many values are not empty.</summary>
    public long Values { get; private set; }

    /// <summary>Whether there is anything to find out.</summary>
    public bool Wanted => Dates is not null || Numbers is not null || Use.Field.Type is FieldType.Choice or FieldType.Flag || (Use.Field.Type == FieldType.Key && Use.Width == 0);

    /// <summary>Values that are not of the column's type and come several times: words for "nothing", or words to be translated.</summary>
    public IEnumerable<(string Word, long Count, int Line)> Strange =>
        _strange.Count >= MostWords ? [] : _strange.Where(pair => pair.Value.Count >= Math.Max(2, Values / 1000) || Use.Field.Type == FieldType.Choice)
            .OrderByDescending(pair => pair.Value.Count).Select(pair => (pair.Key, pair.Value.Count, pair.Value.Line));

    /// <summary>
    /// Whether whole numbers of several lengths fall off by about ten from the longest down: what numbers of one length look like after their
    /// leading zeros were dropped.
    /// </summary>
    public int LengthBeforeZerosWereLost
    {
        get
        {
            var longest = Array.FindLastIndex(_lengths, count => count > 0);
            if (!_digitsOnly || longest < 6 || Values < 200)
            {
                return 0;
            }

            return OneTenth(_lengths[longest - 1], _lengths[longest]) && OneTenth(_lengths[longest - 2], _lengths[longest - 1]) ? longest : 0;
        }
    }

    /// <summary>Adds a value, trimmed and not empty.</summary>
    public void Add(string text, int line)
    {
        Values++;
        switch (Use.Field.Type)
        {
            case FieldType.Key:
                _digitsOnly = _digitsOnly && text[0] != '0' && text.Length < _lengths.Length && text.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0;
                _lengths[Math.Min(text.Length, _lengths.Length - 1)]++;
                break;
            case FieldType.Choice when ChoiceWords.Find(Use.Field.Words!, text) is null:
            case FieldType.Flag when FlagWords.Find(text) is null:
                Count(text, line);
                break;
            case FieldType.Day or FieldType.Instant:
                var datesBefore = Dates!.Unreadable;
                Dates.Add(text, line);
                if (Dates.Unreadable > datesBefore)
                {
                    Count(text, line);
                }

                break;
            case FieldType.Money or FieldType.Whole or FieldType.Number:
                var numbersBefore = Numbers!.Unreadable;
                Numbers.Add(text, line);
                if (Numbers.Unreadable > numbersBefore)
                {
                    Count(text, line);
                }

                break;
            default:
                break;
        }
    }

    private static bool OneTenth(long part, long whole) => part >= whole * 0.04 && part <= whole * 0.25;

    private void Count(string text, int line)
    {
        if (_strange.Count < MostWords)
        {
            ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(_strange, text, out var known);
            entry = (entry.Count + 1, known ? entry.Line : line);
        }
    }
}
