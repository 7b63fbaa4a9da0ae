using System.Buffers;
using System.Text;

namespace Copilot.Data.Import;

/// <summary>
/// UTF-8 that was cut off or pasted together with another encoding. Reading all of it as Western letters would spoil every accent in it; so it is
/// read as what it mostly is, and the letters that cannot be read are marked.
/// </summary>
internal static class BrokenUtf8
{
    /// <summary>Stands for a letter that could not be read. It is a control character, which no text has, so that the row is found wrong.</summary>
    public const char Mark = '\u0018';

    // in Western text two neighbouring bytes are a letter of UTF-8 by chance alone
    private const int GoodForEachBad = 3;

    /// <summary>Reads UTF-8 with the marks.</summary>
    public static Encoding Encoding { get; } = Encoding.GetEncoding("utf-8", EncoderFallback.ExceptionFallback, new DecoderReplacementFallback(Mark.ToString()));

    /// <summary>Whether bytes that are no valid UTF-8 were meant as such.</summary>
    public static bool Is(ReadOnlySpan<byte> head)
    {
        int good = 0, bad = 0;
        while (!head.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(head, out _, out var length);
            good += status == OperationStatus.Done && length > 1 ? 1 : 0;
            bad += status == OperationStatus.InvalidData ? 1 : 0;
            head = head[Math.Max(length, 1)..];
        }

        return good > 0 && good >= bad * GoodForEachBad;
    }
}
