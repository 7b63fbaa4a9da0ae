using System.Security.Cryptography;
using System.Text;

namespace Copilot.Conversation;

/// <summary>A concept found in a sentence.</summary>
/// <param name="Concept">Its id: "overdue", or "status=on_hold" for a word of an enumeration.</param>
/// <param name="First">First token.</param>
/// <param name="End">The token after the last.</param>
internal readonly record struct ConceptHit(string Concept, int First, int End);

/// <summary>
/// The trade's words in four languages, grouped into concepts: what makes a sentence in one language teach the others. A line of the
/// resource is <c>concept: phrase, phrase</c>; a word ending in * matches its inflections, one in *…* any compound that holds it;
/// <c>concept: one &amp; other</c> is said by two concepts near each other.
/// </summary>
internal sealed class Lexicon
{
    private static readonly Lazy<Lexicon> Shared = new(Load);

    private readonly WordPatterns _patterns = new();
    private readonly List<Combination> _combinations = [];
    private readonly Dictionary<int, List<Phrase>> _byFirst = [];

    private Lexicon()
    {
    }

    /// <summary>The lexicon of this build.</summary>
    public static Lexicon Default => Shared.Value;

    /// <summary>A hash of what it was read from.</summary>
    public byte[] Fingerprint { get; private set; } = [];

    /// <summary>Every exact word of it, for spelling.</summary>
    public IEnumerable<string> Words => _patterns.Words;

    /// <summary>Every concept of it.</summary>
    public IReadOnlySet<string> Concepts => _byFirst.Values.SelectMany(phrases => phrases).Select(phrase => phrase.Concept).ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether a word belongs to some phrase of it.</summary>
    public bool Knows(string word) => _patterns.Of(word).Length > 0;

    /// <summary>The concepts of a sentence, left to right; of two where one lies within the other, the longer.</summary>
    /// <param name="words">The folded words, spelling mended; null for tokens that are no word.</param>
    public List<ConceptHit> Find(string?[] words)
    {
        var hits = new List<ConceptHit>();
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i] is not { } word)
            {
                continue;
            }

            foreach (var pattern in _patterns.Of(word))
            {
                if (_byFirst.TryGetValue(pattern, out var phrases))
                {
                    foreach (var phrase in phrases)
                    {
                        var end = EndOf(phrase, words, i);
                        if (end > i)
                        {
                            hits.Add(new ConceptHit(phrase.Concept, i, end));
                        }
                    }
                }
            }
        }

        return Combined(Longest(hits));
    }

    /// <summary>What several concepts say together stands for those of them that answer the same question: "not yet confirmed" is not "confirmed".</summary>
    private List<ConceptHit> Combined(List<ConceptHit> hits)
    {
        if (hits.Count < 2)
        {
            return hits;
        }

        foreach (var combination in _combinations)
        {
            if (combination.Find(hits) is { } parts)
            {
                hits.RemoveAll(hit => hit.Concept != combination.Concept && hit.Concept.Contains('=', StringComparison.Ordinal) && SameFamily(hit.Concept, combination.Concept) && parts.Contains(hit));
                hits.AddRange(parts.Select(part => part with { Concept = combination.Concept }));
            }
        }

        return hits;
    }

    /// <summary>Adds the concepts of a text in the resource's form.</summary>
    public void Read(string text)
    {
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (line[0] == '#' || colon < 0)
            {
                continue;
            }

            var concept = line[..colon];
            foreach (var phrase in line[(colon + 1)..].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                if (phrase.Contains('&', StringComparison.Ordinal))
                {
                    _combinations.Add(new Combination(concept, phrase.Split('&', StringSplitOptions.TrimEntries)));
                }
                else
                {
                    Add(concept, phrase);
                }
            }
        }
    }

    private static Lexicon Load()
    {
        var lexicon = new Lexicon();
        var assembly = typeof(Lexicon).Assembly;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith("lexicon/", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            var text = reader.ReadToEnd();
            hash.AppendData(Encoding.UTF8.GetBytes(text));
            lexicon.Read(text);
        }

        lexicon.Fingerprint = hash.GetHashAndReset();
        return lexicon;
    }

    private static List<ConceptHit> Longest(List<ConceptHit> hits)
    {
        if (hits.Count < 2)
        {
            return hits;
        }

        var kept = new List<ConceptHit>(hits.Count);
        foreach (var hit in hits)
        {
            var within = false;
            foreach (var other in hits)
            {
                within |= other.First <= hit.First && other.End >= hit.End && other.End - other.First > hit.End - hit.First && SameFamily(other.Concept, hit.Concept);
            }

            // "not invoiced" is a concept of its own, and says "not" all the same
            if ((!within || hit.Concept == "neg") && !kept.Contains(hit))
            {
                kept.Add(hit);
            }
        }

        return kept;
    }

    /// <summary>"Credit note" is no "credit", but "stop reminders" still holds "stop": only concepts that answer the same question hide each other.</summary>
    private static bool SameFamily(string left, string right) => FamilyOf(left).SequenceEqual(FamilyOf(right));

    private static ReadOnlySpan<char> FamilyOf(string concept) => concept.AsSpan(0, Math.Max(0, concept.AsSpan().IndexOfAny('=', '.')));

    private static int EndOf(Phrase phrase, string?[] words, int first, Lexicon lexicon)
    {
        var at = first + 1;
        for (var i = 1; i < phrase.Patterns.Length; i++, at++)
        {
            // marks between the words of a phrase do not count: on-hold, past-due, l'ordre
            while (at < words.Length && words[at] is "-" or "'")
            {
                at++;
            }

            if (at >= words.Length || words[at] is not { } word || Array.IndexOf(lexicon._patterns.Of(word), phrase.Patterns[i]) < 0)
            {
                return -1;
            }
        }

        return at;
    }

    private int EndOf(Phrase phrase, string?[] words, int first) => EndOf(phrase, words, first, this);

    private void Add(string concept, string phrase)
    {
        var ids = new List<int>();
        foreach (var word in phrase.Split([' ', '-', '\''], StringSplitOptions.RemoveEmptyEntries))
        {
            ids.Add(_patterns.Add(word));
        }

        if (!_byFirst.TryGetValue(ids[0], out var list))
        {
            _byFirst[ids[0]] = list = [];
        }

        list.Add(new Phrase(concept, [.. ids]));
    }

    private sealed record Phrase(string Concept, int[] Patterns);
}
