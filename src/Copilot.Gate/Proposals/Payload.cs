using System.Security.Cryptography;

namespace Copilot.Gate;

/// <summary>The sealed bytes of a proposal.</summary>
internal static class Payload
{
    /// <summary>The digest by which bytes are presented and confirmed: SHA-256, lower-case hexadecimal.</summary>
    public static string DigestOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
