using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Copilot.Conversation;

/// <summary>The weights of a model, a row a feature.</summary>
internal interface IWeightRows
{
    /// <summary>Copies a feature's row, as wide as there are classes.</summary>
    void Read(int index, Span<sbyte> row);
}

/// <summary>Weights as they were just learned.</summary>
internal sealed class LearnedRows(sbyte[] weights) : IWeightRows
{
    /// <inheritdoc/>
    public void Read(int index, Span<sbyte> row) => weights.AsSpan(index * row.Length, row.Length).CopyTo(row);
}

/// <summary>
/// Weights that stay in their file: a sentence has some dozen features out of seventy thousand, and a host that nobody asks anything need not hold
/// seven megabytes of them.
/// </summary>
/// <param name="file">The model's file, open for as long as the model is in use.</param>
/// <param name="start">Where the first row begins.</param>
internal sealed class KeptRows(SafeFileHandle file, long start) : IWeightRows
{
    /// <inheritdoc/>
    public void Read(int index, Span<sbyte> row)
    {
        if (RandomAccess.Read(file, MemoryMarshal.AsBytes(row), start + ((long)index * row.Length)) != row.Length)
        {
            throw new InvalidDataException("The model file was cut short while it was in use. Start again: it is learned anew.");
        }
    }
}
