using System.Globalization;
using System.Security.Cryptography;

namespace Copilot.Core;

/// <summary>An attachment, frozen with its hash.</summary>
/// <param name="Name">File name.</param>
/// <param name="MediaType">Media type.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="Sha256">Hash of the bytes, lower-case hexadecimal.</param>
public sealed record FrozenAttachment(string Name, string MediaType, ReadOnlyMemory<byte> Content, string Sha256)
{
    /// <summary>Freezes bytes.</summary>
    public static FrozenAttachment Of(string name, string mediaType, ReadOnlyMemory<byte> content) =>
        new(name, mediaType, content, Convert.ToHexStringLower(SHA256.HashData(content.Span)));

    /// <summary>Whether the bytes are those that were frozen.</summary>
    public bool Intact() => Convert.ToHexStringLower(SHA256.HashData(Content.Span)) == Sha256;

    /// <summary>"statement.xlsx (12 kB, 3f9a…)".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name} ({Math.Max(1, Content.Length / 1024)} kB, SHA-256 {Sha256[..12]}…)");
}
