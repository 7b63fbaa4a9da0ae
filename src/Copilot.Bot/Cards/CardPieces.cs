using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Copilot.Bot;

/// <summary>
/// The pieces of one answer's card, each made once for all levels at which it looks the same: from one level to the next mostly the explanation alone
/// becomes shorter.
/// </summary>
internal sealed class CardPieces : IDisposable
{
    private readonly Dictionary<(CardPart Part, int Place, CardLevel Look), IReadOnlyList<CardPiece>> _made = [];
    private readonly ArrayBufferWriter<byte> _buffer = new(4 * 1024);
    private readonly Utf8JsonWriter _writer;

    /// <summary>None yet.</summary>
    public CardPieces() => _writer = new Utf8JsonWriter(_buffer, new JsonWriterOptions { SkipValidation = true });

    /// <summary>The pieces of a part.</summary>
    /// <param name="part">Which part of the card.</param>
    /// <param name="place">Which of that part.</param>
    /// <param name="look">The level as far as the part depends on it: what it is made from.</param>
    /// <param name="make">Makes its elements.</param>
    public IReadOnlyList<CardPiece> Of(CardPart part, int place, CardLevel look, Func<CardLevel, IEnumerable<JsonObject>> make)
    {
        if (!_made.TryGetValue((part, place, look), out var pieces))
        {
            _made[(part, place, look)] = pieces = [.. make(look).Select(Of)];
        }

        return pieces;
    }

    /// <summary>An element as a piece.</summary>
    public CardPiece Of(JsonObject element) => new(element, Bytes(element), []);

    /// <summary>The size of an element as the strictest writer would put it, every letter beyond ASCII escaped: what is sent is never longer.</summary>
    public int Bytes(JsonObject element)
    {
        _buffer.ResetWrittenCount();
        _writer.Reset();
        element.WriteTo(_writer);
        _writer.Flush();
        return _buffer.WrittenCount;
    }

    /// <inheritdoc/>
    public void Dispose() => _writer.Dispose();
}
