using System.Security.Cryptography;
using System.Text;

namespace Copilot.Core;

/// <summary>
/// Facts that a proposal rests on, with a hash of them: other facts at the click turn the card into a comparison. A fact is what a record says
/// (an open amount, a flag), never what follows from the day, so that midnight changes none.
/// </summary>
/// <param name="Query">What was asked, as "open items".</param>
/// <param name="Arguments">Of whom or what, as "Kaufhaus Adler".</param>
/// <param name="Facts">What the records said, in a fixed order.</param>
/// <param name="Sha256">Hash over the facts, lower-case hexadecimal.</param>
public sealed record Basis(string Query, string Arguments, IReadOnlyList<BasisFact> Facts, string Sha256)
{
    /// <summary>The facts of a query with their hash.</summary>
    public static Basis Of(string query, string arguments, IReadOnlyList<BasisFact> facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var text in facts.SelectMany(fact => new[] { fact.Name, fact.Value }))
        {
            // each with its length, so that no two sets of facts share their bytes by moving a boundary
            var bytes = Encoding.UTF8.GetBytes(text);
            hash.AppendData(BitConverter.GetBytes(bytes.Length));
            hash.AppendData(bytes);
        }

        return new Basis(query, arguments, facts, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}

/// <summary>One fact.</summary>
/// <param name="Name">Of what, as "INV-20117 open".</param>
/// <param name="Value">What the record says, as "EUR 1,204.50".</param>
public sealed record BasisFact(string Name, string Value);
