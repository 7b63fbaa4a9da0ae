using System.Security.Cryptography;
using System.Text;

namespace Copilot.Core;

/// <summary>A template by its name and the hash of its text: other words are another template.</summary>
/// <param name="Name">Its name: "nudges/hygiene".</param>
/// <param name="Hash">SHA-256 of its text, lower-case hexadecimal.</param>
public sealed record NudgeTemplate(string Name, string Hash)
{
    /// <summary>The template of that text.</summary>
    public static NudgeTemplate Of(string name, string text) => new(name, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
}
