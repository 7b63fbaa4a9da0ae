using System.Numerics;
using System.Runtime.CompilerServices;

namespace Copilot.Conversation;

/// <summary>A sentence to learn from: its features, its class and how much it counts.</summary>
internal sealed record Lesson(IReadOnlyList<Feature> Features, int Class, float Weight);

/// <summary>
/// Multinomial logistic regression by stochastic gradient descent with a step for each feature that shrinks as it is used (AdaGrad by rows),
/// weight decay, and a fixed order: the same examples always make the same model.
/// </summary>
internal static class Trainer
{
    private const int Epochs = 7;
    private const float Rate = 0.5f;
    private const float Decay = 2e-5f;
    private const float Smoothing = 0.04f;
    private const int LeastUse = 2;

    /// <summary>Learns a model.</summary>
    public static LinearModel Train(IReadOnlyList<Lesson> lessons, string[] classes, string[] words)
    {
        var index = Index(lessons);
        var width = classes.Length;
        var weights = new float[index.Count * width];
        var used = new float[index.Count];
        var bias = new float[width];
        var rows = lessons.Select(lesson => lesson.Features.Where(feature => index.ContainsKey(feature.Hash)).Select(feature => (Row: index[feature.Hash], feature.Weight)).ToArray()).ToArray();
        var order = Enumerable.Range(0, lessons.Count).ToArray();
        var random = new Shuffle(20261121);
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Apply(order);
            foreach (var at in order)
            {
                Step(rows[at], lessons[at], weights, used, bias, Rate / (1 + (0.15f * epoch)));
            }
        }

        return Pack(index, weights, bias, classes, words);
    }

    private static Dictionary<ulong, int> Index(IReadOnlyList<Lesson> lessons)
    {
        var counts = new Dictionary<ulong, int>();
        foreach (var lesson in lessons)
        {
            foreach (var hash in lesson.Features.Select(feature => feature.Hash).Distinct())
            {
                counts[hash] = counts.GetValueOrDefault(hash) + 1;
            }
        }

        return counts.Where(pair => pair.Value >= LeastUse).Select(pair => pair.Key).Order().Select((hash, row) => (hash, row)).ToDictionary(pair => pair.hash, pair => pair.row);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Step((int Row, float Weight)[] features, Lesson lesson, float[] weights, float[] used, float[] bias, float rate)
    {
        var width = bias.Length;
        Span<float> gradient = stackalloc float[width];
        bias.CopyTo(gradient);
        foreach (var (row, weight) in features)
        {
            AddRow(gradient, weights.AsSpan(row * width, width), weight);
        }

        LinearModel.Softmax(gradient);
        var even = Smoothing / width;
        var norm = 0f;
        for (var i = 0; i < width; i++)
        {
            var wanted = even + (i == lesson.Class ? 1 - Smoothing : 0);
            gradient[i] = (wanted - gradient[i]) * lesson.Weight;
            norm += gradient[i] * gradient[i];
        }

        foreach (var (row, weight) in features)
        {
            used[row] += weight * weight * norm;
            var step = rate * weight / MathF.Sqrt(used[row] + 1e-4f);
            DecayAndAdd(weights.AsSpan(row * width, width), gradient, step);
        }

        AddRow(bias, gradient, rate * 0.01f);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddRow(Span<float> target, ReadOnlySpan<float> source, float factor)
    {
        var i = 0;
        for (; i + Vector<float>.Count <= target.Length; i += Vector<float>.Count)
        {
            var sum = new Vector<float>(target[i..]) + (new Vector<float>(source[i..]) * factor);
            sum.CopyTo(target[i..]);
        }

        for (; i < target.Length; i++)
        {
            target[i] += source[i] * factor;
        }
    }

    /// <summary>Both in one pass: a row is read from memory once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void DecayAndAdd(Span<float> target, ReadOnlySpan<float> source, float factor)
    {
        var i = 0;
        for (; i + Vector<float>.Count <= target.Length; i += Vector<float>.Count)
        {
            var sum = (new Vector<float>(target[i..]) * (1 - Decay)) + (new Vector<float>(source[i..]) * factor);
            sum.CopyTo(target[i..]);
        }

        for (; i < target.Length; i++)
        {
            target[i] = (target[i] * (1 - Decay)) + (source[i] * factor);
        }
    }

    private static LinearModel Pack(Dictionary<ulong, int> index, float[] weights, float[] bias, string[] classes, string[] words)
    {
        var width = classes.Length;
        var hashes = index.OrderBy(pair => pair.Value).Select(pair => pair.Key).ToArray();
        var scales = new float[hashes.Length];
        var packed = new sbyte[hashes.Length * width];
        for (var row = 0; row < hashes.Length; row++)
        {
            var values = weights.AsSpan(row * width, width);
            var most = 1e-9f;
            foreach (var value in values)
            {
                most = Math.Max(most, Math.Abs(value));
            }

            scales[row] = most / 127;
            for (var i = 0; i < width; i++)
            {
                packed[(row * width) + i] = (sbyte)MathF.Round(values[i] / scales[row]);
            }
        }

        return new LinearModel(classes, hashes, scales, new LearnedRows(packed), bias, words);
    }

    /// <summary>Fisher-Yates with a fixed generator (xorshift): the library's own may change between versions.</summary>
    private sealed class Shuffle(ulong seed)
    {
        private ulong _state = seed;

        public void Apply(int[] order)
        {
            for (var i = order.Length - 1; i > 0; i--)
            {
                _state ^= _state << 13;
                _state ^= _state >> 7;
                _state ^= _state << 17;
                var j = (int)(_state % (ulong)(i + 1));
                (order[i], order[j]) = (order[j], order[i]);
            }
        }
    }
}
