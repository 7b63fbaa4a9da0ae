namespace Copilot.Data.Import;

/// <summary>What one pass over a file's bytes shows.</summary>
/// <param name="Path">The file.</param>
/// <param name="Name">Its name without the folder, as reports and the ledger call it.</param>
/// <param name="Size">Its length in bytes.</param>
/// <param name="Sha256">Hash of its bytes, lower-case hexadecimal, so that the ledger says exactly what was taken.</param>
/// <param name="ValidUtf8">Whether all of it is UTF-8.</param>
/// <param name="HasBytesOf1252">Whether it holds bytes that are letters or signs in Windows-1252 and control characters in Latin-1.</param>
/// <param name="HasNulBytes">Whether it holds a zero byte, which no text has.</param>
/// <param name="Head">Its first bytes, at most 64 KiB.</param>
internal sealed record FileFacts(
    string Path, string Name, long Size, string Sha256, bool ValidUtf8, bool HasBytesOf1252, bool HasNulBytes, ReadOnlyMemory<byte> Head);
