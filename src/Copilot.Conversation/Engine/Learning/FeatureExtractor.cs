using Copilot.Core;

namespace Copilot.Conversation;

/// <summary>A feature by the hash of its text, with its weight in this sentence and the group it belongs to.</summary>
internal readonly record struct Feature(ulong Hash, float Weight, FeatureGroup Group = FeatureGroup.Words);

/// <summary>Where a feature comes from.</summary>
internal enum FeatureGroup : byte
{
    /// <summary>Words in their order.</summary>
    Words,

    /// <summary>Concepts, alone and in pairs.</summary>
    Concepts,

    /// <summary>Letters of the words.</summary>
    Characters,

    /// <summary>What kinds of thing occur, and how the sentence begins.</summary>
    Presence,
}

/// <summary>
/// Turns a read sentence into features: word n-grams (1 to 3) with names and numbers replaced by what they are, character n-grams (3 to 5)
/// of the words, concepts alone and in pairs, and what kinds of thing occur. Each group is scaled to the same length, so that a long sentence
/// weighs no more than a short one.
/// </summary>
internal static class FeatureExtractor
{
    private const float WordWeight = 1.0f;
    private const float ConceptWeight = 1.3f;
    private const float CharacterWeight = 0.7f;
    private const float PresenceWeight = 0.8f;

    /// <summary>The features of a sentence.</summary>
    public static List<Feature> Of(SentenceReading reading)
    {
        var stream = Stream(reading);
        var features = new List<Feature>(400);
        Scale(features, Words(features, stream), WordWeight, FeatureGroup.Words);
        Scale(features, Concepts(features, reading, stream), ConceptWeight, FeatureGroup.Concepts);
        Scale(features, Characters(features, reading), CharacterWeight, FeatureGroup.Characters);
        Scale(features, Presence(features, reading, stream), PresenceWeight, FeatureGroup.Presence);
        return features;
    }

    /// <summary>The sentence's words with everything linked or counted replaced by its kind.</summary>
    public static List<string> Stream(SentenceReading reading)
    {
        var sentence = reading.Sentence;
        var marks = new string?[sentence.Count];
        var ends = new int[sentence.Count];
        foreach (var number in reading.Numbers)
        {
            Mark(marks, ends, number.First, number.End, number.IsMoney ? "<money>" : number.Unit switch { NumberUnit.Days => "<days>", NumberUnit.Pieces => "<pieces>", NumberUnit.Percent => "<percent>", _ => Number(number) });
        }

        foreach (var time in reading.Times)
        {
            Mark(marks, ends, time.First, time.End, time.Point ? "<date>" : "<period>");
        }

        foreach (var hit in reading.Concepts)
        {
            if (hit.Concept.StartsWith("region=", StringComparison.Ordinal))
            {
                Mark(marks, ends, hit.First, hit.End, "<region>");
            }
        }

        foreach (var name in reading.Names)
        {
            Mark(marks, ends, name.First, name.End, name.Kind switch
            {
                ParameterKind.Person => "<person>", ParameterKind.Warehouse => "<site>", ParameterKind.Sku => "<sku>", _ => "<company>",
            });
        }

        foreach (var document in reading.Documents)
        {
            Mark(marks, ends, document.First, document.End, document.Kind is { } kind ? $"<{DocumentNumber.PrefixOf(kind)}>" : "<po>");
        }

        var stream = new List<string>(sentence.Count);
        for (var i = 0; i < sentence.Count; i++)
        {
            if (marks[i] is { } mark)
            {
                stream.Add(mark);
                i = Math.Max(i, ends[i] - 1);
            }
            else if (reading.Words[i] is { } word && (sentence.Tokens[i].Kind == TokenKind.Word || word == "?"))
            {
                stream.Add(word);
            }
        }

        return stream;
    }

    /// <summary>A long whole number may be a document's: how long it is and how it begins tells which kind.</summary>
    private static string Number(NumberMention number) => number.IsWhole && number.Value is >= 1000 and <= 999_999
        ? $"<n{number.Value.ToString("0", System.Globalization.CultureInfo.InvariantCulture).Length}:{number.Value.ToString("0", System.Globalization.CultureInfo.InvariantCulture)[0]}>"
        : "<n>";

    private static void Mark(string?[] marks, int[] ends, int first, int end, string mark)
    {
        for (var i = first; i < end; i++)
        {
            marks[i] = null;
        }

        (marks[first], ends[first]) = (mark, end);
    }

    private static int Words(List<Feature> features, List<string> stream)
    {
        var start = features.Count;
        for (var i = 0; i < stream.Count; i++)
        {
            var one = Hash("w", stream[i]);
            features.Add(new Feature(one, 1));
            if (i + 1 < stream.Count)
            {
                var two = Join(Join(one, 2), stream[i + 1]);
                features.Add(new Feature(two, 0.9f));
                if (i + 2 < stream.Count)
                {
                    features.Add(new Feature(Join(Join(two, 3), stream[i + 2]), 0.7f));
                }
            }
        }

        return start;
    }

    private static int Concepts(List<Feature> features, SentenceReading reading, List<string> stream)
    {
        var start = features.Count;
        var seen = new List<ulong>();
        foreach (var hit in reading.Concepts)
        {
            var concept = hit.Concept.StartsWith("region=", StringComparison.Ordinal) ? "region" : hit.Concept;
            var hash = Hash("c", concept);
            if (!seen.Contains(hash))
            {
                seen.Add(hash);
                features.Add(new Feature(hash, 1));
            }
        }

        var concepts = seen.Count;
        foreach (var word in stream)
        {
            if (word[0] == '<')
            {
                var hash = Hash("p", word);
                if (!seen.Contains(hash))
                {
                    seen.Add(hash);
                }
            }
        }

        for (var i = 0; i < Math.Min(concepts, 24); i++)
        {
            for (var j = i + 1; j < Math.Min(seen.Count, 32); j++)
            {
                features.Add(new Feature(seen[i] < seen[j] ? Join(seen[i], seen[j]) : Join(seen[j], seen[i]), 0.5f));
            }
        }

        return start;
    }

    private static int Characters(List<Feature> features, SentenceReading reading)
    {
        var start = features.Count;
        Span<char> padded = stackalloc char[34];
        for (var i = 0; i < reading.Words.Length; i++)
        {
            if (reading.Words[i] is not { Length: >= 3 and <= 32 } word || reading.Sentence.Tokens[i].Kind != TokenKind.Word)
            {
                continue;
            }

            padded[0] = ' ';
            word.AsSpan().CopyTo(padded[1..]);
            padded[word.Length + 1] = ' ';
            var text = padded[..(word.Length + 2)];
            for (var size = 3; size <= 5; size++)
            {
                for (var from = 0; from + size <= text.Length; from++)
                {
                    features.Add(new Feature(HashOf(text.Slice(from, size), 0x9ae16a3b2f90404fUL), 1));
                }
            }
        }

        return start;
    }

    private static int Presence(List<Feature> features, SentenceReading reading, List<string> stream)
    {
        var start = features.Count;
        foreach (var word in stream.Where(word => word[0] == '<').Distinct(StringComparer.Ordinal))
        {
            features.Add(new Feature(Hash("has", word), 1));
        }

        if (stream.Count > 0)
        {
            features.Add(new Feature(Hash("first", stream[0]), 1));
            features.Add(new Feature(Hash("last", stream[^1] == "?" && stream.Count > 1 ? stream[^2] : stream[^1]), 0.5f));
        }

        if (stream.Count > 1)
        {
            features.Add(new Feature(Hash("first2", stream[0] + " " + stream[1]), 0.8f));
        }

        if (reading.Documents.Count == 0)
        {
            features.Add(new Feature(Hash("has", "nodoc"), 0.5f));
        }

        features.Add(new Feature(Hash("len", stream.Count switch { <= 2 => "2", <= 5 => "5", <= 9 => "9", _ => "more" }), 0.4f));
        return start;
    }

    private static void Scale(List<Feature> features, int start, float weight, FeatureGroup group)
    {
        var sum = 0f;
        for (var i = start; i < features.Count; i++)
        {
            sum += features[i].Weight * features[i].Weight;
        }

        if (sum == 0)
        {
            return;
        }

        var factor = weight / MathF.Sqrt(sum);
        for (var i = start; i < features.Count; i++)
        {
            features[i] = new Feature(features[i].Hash, features[i].Weight * factor, group);
        }
    }

    private static ulong Hash(string group, string text) => Join(HashOf(group, 14695981039346656037UL), text);

    private static ulong Join(ulong left, string text) => HashOf(text, left ^ 0x100);

    private static ulong Join(ulong left, ulong right) => unchecked((left * 0x9E3779B97F4A7C15UL) ^ (right + 0x7F4A7C15UL + (left << 6) + (left >> 2)));

    /// <summary>FNV-1a over characters with a final mix: the same on every machine.</summary>
    private static ulong HashOf(ReadOnlySpan<char> text, ulong seed)
    {
        unchecked
        {
            var hash = seed;
            foreach (var character in text)
            {
                hash = (hash ^ character) * 1099511628211UL;
            }

            hash ^= hash >> 32;
            hash *= 0xD6E8FEB86659FD93UL;
            return hash ^ (hash >> 29);
        }
    }
}
