using System.Numerics;
using System.Runtime.InteropServices;

namespace Copilot.Conversation;

/// <summary>
/// A multinomial logistic regression, its weights a signed byte each with one scale a feature, so that thirty thousand features for a hundred
/// classes load in milliseconds.
/// </summary>
internal sealed class LinearModel
{
    // a program of another version puts its own model in this one's place, and neither waits for the other
    private const FileShare Shared = FileShare.ReadWrite | FileShare.Delete;

    private readonly ulong[] _hashes;
    private readonly float[] _scales;
    private readonly IWeightRows _weights;
    private readonly float[] _bias;

    /// <summary>A model of those weights.</summary>
    /// <param name="classes">The classes' names.</param>
    /// <param name="hashes">The features, ascending.</param>
    /// <param name="scales">The scale of each feature's row.</param>
    /// <param name="weights">One row a feature, one column a class.</param>
    /// <param name="bias">One a class.</param>
    /// <param name="words">The words of the examples.</param>
    public LinearModel(string[] classes, ulong[] hashes, float[] scales, IWeightRows weights, float[] bias, string[] words) =>
        (Classes, _hashes, _scales, _weights, _bias, Words) = (classes, hashes, scales, weights, bias, words);

    /// <summary>The classes' names.</summary>
    public string[] Classes { get; }

    /// <summary>The words that occur in the examples.</summary>
    public string[] Words { get; }

    /// <summary>How many features it knows.</summary>
    public int FeatureCount => _hashes.Length;

    /// <summary>The probability of each class.</summary>
    public float[] Predict(List<Feature> features)
    {
        var scores = (float[])_bias.Clone();
        Span<sbyte> row = stackalloc sbyte[Classes.Length];
        foreach (var feature in features)
        {
            var index = Array.BinarySearch(_hashes, feature.Hash);
            if (index >= 0)
            {
                _weights.Read(index, row);
                Add(scores, row, _scales[index] * feature.Weight);
            }
        }

        Softmax(scores);
        return scores;
    }

    /// <summary>Turns scores into probabilities.</summary>
    public static void Softmax(Span<float> scores)
    {
        var most = float.NegativeInfinity;
        foreach (var score in scores)
        {
            most = Math.Max(most, score);
        }

        var sum = 0f;
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = MathF.Exp(scores[i] - most);
            sum += scores[i];
        }

        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] /= sum;
        }
    }

    /// <summary>Writes the model.</summary>
    public void Write(Stream stream)
    {
        using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        WriteAll(writer, Classes);
        WriteAll(writer, Words);
        writer.Write(_hashes.Length);
        writer.Write(MemoryMarshal.AsBytes(_hashes.AsSpan()));
        writer.Write(MemoryMarshal.AsBytes(_scales.AsSpan()));
        writer.Write(MemoryMarshal.AsBytes(_bias.AsSpan()));
        var row = new sbyte[Classes.Length];
        for (var i = 0; i < _hashes.Length; i++)
        {
            _weights.Read(i, row);
            writer.Write(MemoryMarshal.AsBytes(row.AsSpan()));
        }
    }

    /// <summary>Reads a model; its weights stay in the file, which is kept open for as long as the model is in use.</summary>
    /// <exception cref="InvalidDataException">The file is cut short or no model.</exception>
    public static LinearModel Read(FileInfo file)
    {
        using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, Shared, bufferSize: 1 << 16);
        using var reader = new BinaryReader(stream, System.Text.Encoding.UTF8);
        var (classes, words) = (ReadAll(reader), ReadAll(reader));
        var count = reader.ReadInt32();
        if (count is < 0 or > 10_000_000 || classes.Length == 0)
        {
            throw new InvalidDataException("The model file is damaged.");
        }

        var (hashes, scales, bias) = (Fill<ulong>(reader, count), Fill<float>(reader, count), Fill<float>(reader, classes.Length));
        var start = stream.Position;
        return stream.Length == start + ((long)count * classes.Length)
            ? new LinearModel(classes, hashes, scales, new KeptRows(File.OpenHandle(file.FullName, FileMode.Open, FileAccess.Read, Shared, FileOptions.RandomAccess), start), bias, words)
            : throw new InvalidDataException("The model file is cut short.");
    }

    private static void Add(float[] scores, ReadOnlySpan<sbyte> row, float factor)
    {
        var i = 0;
        if (Vector.IsHardwareAccelerated)
        {
            // a byte vector widens to two of shorts, each to two of ints: four float vectors a step
            var step = Vector<sbyte>.Count;
            for (; i + step <= row.Length; i += step)
            {
                Vector.Widen(new Vector<sbyte>(row.Slice(i, step)), out var low, out var high);
                Vector.Widen(low, out var a, out var b);
                Vector.Widen(high, out var c, out var d);
                Accumulate(scores, i, a, factor);
                Accumulate(scores, i + Vector<float>.Count, b, factor);
                Accumulate(scores, i + (2 * Vector<float>.Count), c, factor);
                Accumulate(scores, i + (3 * Vector<float>.Count), d, factor);
            }
        }

        for (; i < row.Length; i++)
        {
            scores[i] += row[i] * factor;
        }
    }

    private static void Accumulate(float[] scores, int at, Vector<int> weights, float factor) =>
        (new Vector<float>(scores, at) + (Vector.ConvertToSingle(weights) * factor)).CopyTo(scores, at);

    private static T[] Fill<T>(BinaryReader reader, int count)
        where T : unmanaged
    {
        var result = new T[count];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(result.AsSpan()));
        return result;
    }

    private static void WriteAll(BinaryWriter writer, string[] texts)
    {
        writer.Write(texts.Length);
        foreach (var text in texts)
        {
            writer.Write(text);
        }
    }

    private static string[] ReadAll(BinaryReader reader)
    {
        var count = reader.ReadInt32();
        return count is < 0 or > 1_000_000 ? throw new InvalidDataException("The model file is damaged.") : [.. Enumerable.Range(0, count).Select(_ => reader.ReadString())];
    }
}
