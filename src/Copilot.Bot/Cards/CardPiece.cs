using System.Text.Json.Nodes;

namespace Copilot.Bot;

/// <summary>An element of a card that may come to be, with its size: a card is put together once, after it is known at which level it fits.</summary>
/// <param name="Element">The element; its items are empty where pieces stand inside.</param>
/// <param name="Bytes">The size of the element alone.</param>
/// <param name="Inside">What goes into its items.</param>
internal sealed record CardPiece(JsonObject Element, int Bytes, IReadOnlyList<CardPiece> Inside)
{
    /// <summary>The size of pieces side by side, with the commas between them.</summary>
    public static int Size(IReadOnlyList<CardPiece> pieces) => pieces.Sum(piece => piece.Bytes + Size(piece.Inside)) + Math.Max(0, pieces.Count - 1);

    /// <summary>The element with everything inside it. To be called once: an element stands in one card.</summary>
    public JsonObject Build()
    {
        if (Inside.Count > 0)
        {
            Element["items"] = new JsonArray([.. Inside.Select(piece => piece.Build())]);
        }

        return Element;
    }
}
