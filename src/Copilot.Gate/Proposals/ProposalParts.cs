using System.Text;
using System.Text.Json;

namespace Copilot.Gate;

/// <summary>The bytes of a proposal, cut so that each effect stands by itself: put together again they are the same bytes.</summary>
/// <param name="Shell">What stands around the effects, with a tab (which no JSON of ours holds) where they were.</param>
/// <param name="Effects">Each effect's own text.</param>
internal sealed record ProposalParts(string Shell, IReadOnlyList<string> Effects)
{
    private const char Place = '\t';

    /// <summary>Cuts the bytes.</summary>
    public static ProposalParts Of(ReadOnlySpan<byte> bytes)
    {
        var reader = new Utf8JsonReader(bytes);
        reader.Read();
        while (reader.Read() && !(reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("effects"u8)))
        {
            // what stands before them is not looked into
            reader.Skip();
        }

        reader.Read();
        var from = (int)reader.TokenStartIndex + 1;
        var effects = new List<string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            effects.Add(Encoding.UTF8.GetString(bytes[start..(int)reader.BytesConsumed]));
        }

        return new ProposalParts(Encoding.UTF8.GetString(bytes[..from]) + Place + Encoding.UTF8.GetString(bytes[(int)reader.TokenStartIndex..]), effects);
    }

    /// <summary>Puts them together.</summary>
    public byte[] Bytes() => Encoding.UTF8.GetBytes(Shell.Replace(Place.ToString(), string.Join(',', Effects), StringComparison.Ordinal));
}
