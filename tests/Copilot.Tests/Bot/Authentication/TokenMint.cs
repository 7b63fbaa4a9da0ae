using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Copilot.Tests.Bot.Authentication;

/// <summary>Writes tokens by hand, so that the wrong ones can be written too.</summary>
internal static class TokenMint
{
    public static string Base64(byte[] bytes) => Base64Url.EncodeToString(bytes);

    public static string Write(IReadOnlyDictionary<string, object> header, IReadOnlyDictionary<string, object> payload, Func<byte[], byte[]> sign)
    {
        var text = $"{Base64(JsonSerializer.SerializeToUtf8Bytes(header))}.{Base64(JsonSerializer.SerializeToUtf8Bytes(payload))}";
        return $"{text}.{Base64(sign(Encoding.ASCII.GetBytes(text)))}";
    }

    public static byte[] Rs256(RSA key, byte[] text) => key.SignData(text, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
}
