using Copilot.Core;

namespace Copilot.Data.Import;

/// <summary>The records of one kind that rows refer to by number or name: customers, products, people, accounts, warehouses.</summary>
internal sealed class MasterTable
{
    // comparing every new name with every known one is quadratic: past this many comparisons spelling is no longer looked at
    private const long MostComparisons = 40_000_000;

    private readonly Dictionary<string, int> _byCode = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _byFolded = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _byBareNumber = new(StringComparer.Ordinal);
    private readonly List<(string Folded, string Shown)> _names = [];
    private long _comparisons;

    /// <summary>Whether there is any.</summary>
    public bool Empty => _byCode.Count == 0;

    /// <summary>Makes a record known.</summary>
    public void Add(int id, string code, string name)
    {
        _byCode.TryAdd(code, id);
        _byFolded.TryAdd(Folding.Fold(code), id);
        var folded = Folding.Fold(name);
        if (folded.Length > 0)
        {
            _byFolded.TryAdd(folded, id);
        }

        if (code.Length > 0 && code.All(char.IsAsciiDigit))
        {
            _byBareNumber.TryAdd(code.TrimStart('0'), code);
        }

        _names.Add((folded.Length > 0 ? folded : Folding.Fold(code), name.Length > 0 ? name : code));
    }

    /// <summary>The key of a record by number or name; nothing when it is not known.</summary>
    public int? Find(string text) => _byCode.TryGetValue(text, out var id) || _byFolded.TryGetValue(Folding.Fold(text), out id) ? id : null;

    /// <summary>A known number that differs only by leading zeros; nothing when there is none.</summary>
    public string? WithOtherZeros(string text) =>
        text.All(char.IsAsciiDigit) && _byBareNumber.TryGetValue(text.TrimStart('0'), out var known) && known != text ? known : null;

    /// <summary>A known name that is one edit away; nothing when there is none.</summary>
    public string? SpelledAlmost(string text)
    {
        var folded = Folding.Fold(text);
        if (_comparisons > MostComparisons)
        {
            return null;
        }

        _comparisons += _names.Count;
        foreach (var (name, shown) in _names)
        {
            if (Spelling.OneEditApart(name, folded))
            {
                return shown;
            }
        }

        return null;
    }
}
