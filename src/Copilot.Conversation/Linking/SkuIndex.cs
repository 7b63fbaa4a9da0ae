using Copilot.Core;

namespace Copilot.Conversation;

/// <summary>Finds SKUs however their parts are set apart: LL-CDL-200, ll cdl 200, LLCDL200, CDL-200.</summary>
internal sealed class SkuIndex
{
    private const int MostTokens = 6;

    private readonly Dictionary<string, string> _byForm = new(StringComparer.Ordinal);
    private readonly HashSet<string> _leads = new(StringComparer.Ordinal);
    private readonly HashSet<string> _shapes = new(StringComparer.Ordinal);

    /// <summary>Indexes the articles.</summary>
    public SkuIndex(IEnumerable<(string Sku, string Name, string Line)> products)
    {
        var twice = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (sku, _, _) in products)
        {
            var parts = Sentence.Of(sku).Tokens.Where(token => token.Kind != TokenKind.Mark).Select(token => token.Text).ToArray();
            _byForm[string.Concat(parts)] = sku;
            if (parts.Length > 0)
            {
                _leads.Add(parts[0]);
            }

            if (parts.Length >= 3)
            {
                _shapes.Add(parts[0]);
                var tail = string.Concat(parts.Skip(1));
                if (!_byForm.TryAdd(tail, sku) && _byForm[tail] != sku)
                {
                    twice.Add(tail);
                }

                _leads.Add(parts[1]);
                _leads.Add(parts[0] + parts[1]);
            }
        }

        foreach (var form in twice)
        {
            _byForm.Remove(form);
        }
    }

    /// <summary>All SKUs of a sentence, outside the taken tokens.</summary>
    public void Find(Sentence sentence, bool[] taken, List<NameMention> found)
    {
        for (var i = 0; i < sentence.Count; i++)
        {
            if (taken[i] || !_leads.Contains(sentence.At(i)) || sentence.IsMark(i, '-'))
            {
                continue;
            }

            if (At(sentence, i) is { } mention)
            {
                found.Add(mention);
                i = mention.End - 1;
            }
        }
    }

    private NameMention? At(Sentence sentence, int index)
    {
        var form = "";
        NameMention? best = null;
        for (var at = index; at < sentence.Count && at < index + MostTokens; at++)
        {
            if (sentence.Tokens[at].Kind == TokenKind.Mark)
            {
                if (sentence.At(at) is not ("-" or "/" or "_" or "."))
                {
                    break;
                }

                continue;
            }

            form += sentence.At(at);
            if (_byForm.TryGetValue(form, out var sku))
            {
                best = new NameMention(index, at + 1, ParameterKind.Sku, [sku], 1);
            }
        }

        return best ?? Shaped(sentence, index);
    }

    /// <summary>LL-ABC-123 with the first part of the company's SKUs is a SKU even when no article has it: the runner will say so.</summary>
    private NameMention? Shaped(Sentence sentence, int index)
    {
        var shaped = _shapes.Contains(sentence.At(index)) && sentence.IsMark(index + 1, '-') && sentence.IsWord(index + 2) && sentence.IsMark(index + 3, '-') && sentence.IsNumber(index + 4)
            && sentence.IsGlued(index + 1) && sentence.IsGlued(index + 2) && sentence.IsGlued(index + 3) && sentence.IsGlued(index + 4);
        return shaped ? new NameMention(index, index + 5, ParameterKind.Sku, [sentence.Slice(index, index + 5).ToUpperInvariant()], 1) : null;
    }
}
