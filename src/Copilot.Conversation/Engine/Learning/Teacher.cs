using Copilot.Core;

namespace Copilot.Conversation;

/// <summary>Turns example sentences into lessons and learns from them.</summary>
internal static class Teacher
{
    /// <summary>A day for reading the examples' dates; which one makes no difference to what is learned.</summary>
    private static readonly TimeFrame AnyDay = new(new DateOnly(2026, 11, 20), new FiscalCalendar(1));

    private const int LessonsEach = 3;

    /// <summary>How much a sentence counts that is shown in part only.</summary>
    private const float PartWeight = 0.3f;

    /// <summary>Learns a model from examples.</summary>
    public static LinearModel Teach(IReadOnlyList<Example> examples)
    {
        var words = VocabularyOf(examples);
        var reader = new SentenceReader(new Gazetteer(ExampleNames.Names, CommonWords.Contains), new Spelling(words));
        var classes = examples.Select(example => example.Tool).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        var counts = examples.CountBy(example => example.Tool).ToDictionary(pair => pair.Key, pair => pair.Value);
        var average = (float)examples.Count / classes.Length;
        var lessons = new Lesson[examples.Count * LessonsEach];
        Parallel.For(0, examples.Count, at =>
        {
            var example = examples[at];
            var features = FeatureExtractor.Of(reader.Read(example.Text, AnyDay, example.Language));
            var label = Array.BinarySearch(classes, example.Tool, StringComparer.Ordinal);

            // a tool with few examples counts a little more for each, one with many a little less
            var weight = MathF.Pow(average / counts[example.Tool], 0.35f);
            lessons[at * LessonsEach] = new Lesson(features, label, weight);

            // the same sentence as its concepts alone and as its letters alone: neither may lean on the exact words
            lessons[(at * LessonsEach) + 1] = new Lesson(Only(features, FeatureGroup.Concepts), label, weight * PartWeight);
            lessons[(at * LessonsEach) + 2] = new Lesson(Only(features, FeatureGroup.Characters), label, weight * PartWeight);
        });
        return Trainer.Train(lessons, classes, words);
    }

    private static List<Feature> Only(List<Feature> features, FeatureGroup group) => features.FindAll(feature => feature.Group == group || feature.Group == FeatureGroup.Presence);

    /// <summary>The words of the examples of the copilot's own business: what the unknown is measured against, and spelling is mended to.</summary>
    private static string[] VocabularyOf(IReadOnlyList<Example> examples) => [.. examples
        .Where(example => example.Tool != Examples.Decline)
        .SelectMany(example => Sentence.Of(example.Text).Tokens.Where(token => token is { Kind: TokenKind.Word, Length: >= 3 }).Select(token => token.Text).Distinct(StringComparer.Ordinal))
        .CountBy(word => word).Where(pair => pair.Value >= 2).Select(pair => pair.Key).Where(word => !ExampleNames.Words.Contains(word)).Order(StringComparer.Ordinal)];
}
