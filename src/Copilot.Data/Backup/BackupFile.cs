namespace Copilot.Data;

/// <summary>A database in a backup.</summary>
/// <param name="Name">Its file name.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">Its SHA-256, lower-case hexadecimal.</param>
public sealed record BackupFile(string Name, long Bytes, string Sha256);
