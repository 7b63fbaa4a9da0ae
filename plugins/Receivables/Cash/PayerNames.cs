using Copilot.Core;

namespace Copilot.Plugins.Receivables.Cash;

/// <summary>Who a payer's name on a bank statement is.</summary>
/// <param name="Customer">The customer; none when nobody is near, or two are equally near.</param>
/// <param name="Certain">Whether the name is that customer's own or was used by it before; false for a similar name.</param>
/// <param name="Why">In words.</param>
internal sealed record RecognisedPayer(int? Customer, bool Certain, string Why);

/// <summary>Recognises payers: by their name, by a name they paid under before, by a similar name that is nobody else's.</summary>
internal sealed class PayerNames
{
    private const double LeastSimilarity = 0.6;
    private const double Margin = 0.2;

    private static readonly HashSet<string> Ignored = new(StringComparer.Ordinal)
    {
        "gmbh", "mbh", "ag", "kg", "ohg", "ug", "ltd", "limited", "plc", "llp", "llc", "inc", "corp", "corporation", "co", "company", "sa", "sas", "sarl", "bv", "nv", "vof",
        "spa", "srl", "sl", "slu", "lda", "sp", "z", "o", "oo", "zoo", "ab", "as", "asa", "oy", "aps", "the", "and", "und", "et", "en", "de", "la", "le", "di", "van", "het",
    };

    private readonly Dictionary<string, HashSet<int>> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<int>> _used = new(StringComparer.Ordinal);
    private readonly Dictionary<int, string[]> _words = [];
    private readonly Dictionary<string, List<int>> _byStart = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RecognisedPayer> _cache = new(StringComparer.Ordinal);

    /// <summary>Knows these customers and the names they paid under before.</summary>
    public PayerNames(IEnumerable<CashCustomer> customers, IEnumerable<KnownPayer> payers)
    {
        foreach (var customer in customers)
        {
            var words = Words(customer.Name);
            Add(_names, string.Join(' ', words), customer.Id);
            _words[customer.Id] = [.. _words.GetValueOrDefault(customer.Id, []).Union(words, StringComparer.Ordinal)];
            foreach (var start in words.Select(Start).Distinct(StringComparer.Ordinal))
            {
                (_byStart.TryGetValue(start, out var list) ? list : _byStart[start] = []).Add(customer.Id);
            }
        }

        foreach (var payer in payers)
        {
            Add(_used, string.Join(' ', Words(payer.Payer)), payer.Customer);
        }
    }

    /// <summary>The customer behind a payer's name.</summary>
    public RecognisedPayer Recognise(string payer) =>
        _cache.TryGetValue(payer, out var known) ? known : _cache[payer] = Find(Words(payer));

    private RecognisedPayer Find(string[] words)
    {
        var key = string.Join(' ', words);
        if (key.Length == 0)
        {
            return new RecognisedPayer(null, Certain: false, "the statement names no payer");
        }

        if (_names.TryGetValue(key, out var named) && named.Count == 1)
        {
            return new RecognisedPayer(named.First(), Certain: true, "the payer's name is the customer's");
        }

        if (_used.TryGetValue(key, out var before) && before.Count == 1)
        {
            return new RecognisedPayer(before.First(), Certain: true, "the customer paid under this name before");
        }

        var candidates = words.SelectMany(word => _byStart.GetValueOrDefault(Start(word), [])).Distinct()
            .Select(customer => (Customer: customer, Score: Similarity(words, _words[customer])))
            .Where(candidate => candidate.Score >= LeastSimilarity)
            .OrderByDescending(candidate => candidate.Score).ThenBy(candidate => candidate.Customer).Take(2).ToArray();
        return candidates.Length switch
        {
            0 => new RecognisedPayer(null, Certain: false, "the payer is not known"),
            2 when candidates[0].Score - candidates[1].Score < Margin => new RecognisedPayer(null, Certain: false, "the payer's name is like that of more than one customer"),
            _ => new RecognisedPayer(candidates[0].Customer, Certain: false, "the payer's name is like the customer's"),
        };
    }

    // share of the letters of both names that stand in words that match; a cut-off word matches by its beginning
    private static double Similarity(string[] left, string[] right)
    {
        var matched = left.Where(word => Array.Exists(right, other => Alike(word, other))).Sum(word => word.Length)
            + right.Where(word => Array.Exists(left, other => Alike(word, other))).Sum(word => word.Length);
        return (double)matched / (left.Sum(word => word.Length) + right.Sum(word => word.Length));
    }

    private static bool Alike(string left, string right)
    {
        var (shorter, longer) = left.Length <= right.Length ? (left, right) : (right, left);
        return left == right
            || (shorter.Length >= 3 && longer.StartsWith(shorter, StringComparison.Ordinal))
            || (shorter.Length >= 5 && longer.Length - shorter.Length <= 1 && OneSlip(shorter, longer));
    }

    private static bool OneSlip(string shorter, string longer)
    {
        var same = 0;
        while (same < shorter.Length && shorter[same] == longer[same])
        {
            same++;
        }

        var rest = shorter[same..];
        return longer.Length > shorter.Length
            ? rest == longer[(same + 1)..]
            : rest.Length < 2 || rest[1..] == longer[(same + 1)..] || (rest[0] == longer[same + 1] && rest[1] == longer[same] && rest[2..] == longer[(same + 2)..]);
    }

    private static string[] Words(string name)
    {
        var folded = Folding.Fold(name);
        var clean = new string([.. folded.Select(character => char.IsLetterOrDigit(character) ? character : character == '.' ? '\0' : ' ')]).Replace("\0", "", StringComparison.Ordinal);
        return [.. clean.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => !Ignored.Contains(word))];
    }

    private static string Start(string word) => word.Length <= 2 ? word : word[..2];

    private static void Add(Dictionary<string, HashSet<int>> names, string key, int customer)
    {
        if (key.Length > 0)
        {
            (names.TryGetValue(key, out var set) ? set : names[key] = []).Add(customer);
        }
    }
}
