using System.Text;
using System.Text.Json;

namespace Copilot.Gate;

/// <summary>The bytes of a proposal, cut so that what may be erased by itself stands by itself: put together again they are the same bytes.</summary>
/// <param name="Shell">Title, reason and remarks, with marks (which no JSON of ours holds) where the rest was.</param>
/// <param name="Basis">The facts it rests on, as a JSON array.</param>
/// <param name="Effects">Each effect's own text.</param>
internal sealed record ProposalParts(string Shell, string Basis, IReadOnlyList<string> Effects)
{
    /// <summary>What stands where the facts were erased.</summary>
    public const string NoBasis = "[]";

    private const string EffectsWere = "\t";
    private const string BasisWas = "\v";

    /// <summary>Cuts the bytes.</summary>
    public static ProposalParts Of(ReadOnlySpan<byte> bytes)
    {
        var reader = new Utf8JsonReader(bytes);
        var (shell, basis, effects, written) = (new StringBuilder(), NoBasis, new List<string>(), 0);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (ofEffects, ofBasis) = (reader.ValueTextEquals("effects"u8), reader.ValueTextEquals("basis"u8));
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            if (ofEffects)
            {
                Elements(ref reader, bytes, effects);
            }
            else
            {
                reader.Skip();
            }

            var end = (int)reader.BytesConsumed;
            if (ofEffects || ofBasis)
            {
                shell.Append(Encoding.UTF8.GetString(bytes[written..start])).Append(ofEffects ? EffectsWere : BasisWas);
                basis = ofBasis ? Encoding.UTF8.GetString(bytes[start..end]) : basis;
                written = end;
            }
        }

        return new ProposalParts(shell.Append(Encoding.UTF8.GetString(bytes[written..])).ToString(), basis, effects);
    }

    /// <summary>Puts them together.</summary>
    public byte[] Bytes() => Encoding.UTF8.GetBytes(Shell.Replace(EffectsWere, $"[{string.Join(',', Effects)}]", StringComparison.Ordinal).Replace(BasisWas, Basis, StringComparison.Ordinal));

    private static void Elements(ref Utf8JsonReader reader, ReadOnlySpan<byte> bytes, List<string> into)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            into.Add(Encoding.UTF8.GetString(bytes[start..(int)reader.BytesConsumed]));
        }
    }
}
