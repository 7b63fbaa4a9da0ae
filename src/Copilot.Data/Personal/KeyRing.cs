using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Data;

/// <summary>Opens what is sealed, for as long as one reading takes: a key that is destroyed meanwhile opens nothing afterwards.</summary>
internal sealed class KeyRing(CopilotContext context)
{
    private readonly Dictionary<long, byte[]?> _secrets = [];

    /// <summary>The text; nothing where its key was destroyed. What was never sealed is given as it is.</summary>
    public async Task<string?> OpenAsync(string? stored, CancellationToken cancellationToken) =>
        stored is null || !SealedText.IsSealed(stored) ? stored
        : await SaltedAsync(stored, cancellationToken) is { } salted ? SealedText.TextOf(salted)
        : null;

    /// <summary>What is in a file; nothing where its key was destroyed.</summary>
    public async Task<byte[]?> OpenAsync(byte[] stored, CancellationToken cancellationToken) =>
        SealedText.KeyOf(stored) is not { } id ? stored : await SecretAsync(id, cancellationToken) is { } secret ? SealedText.OpenBytes(secret, stored) : null;

    /// <summary>The salt and the text, as its hash was made of them; nothing where its key was destroyed, it was altered, or it was never sealed.</summary>
    public async Task<byte[]?> SaltedAsync(string stored, CancellationToken cancellationToken)
    {
        try
        {
            return SealedText.IsSealed(stored) && await SecretsAsync(stored, cancellationToken) is { } secrets ? SealedText.Inner(secrets, stored) : null;
        }
        catch (Exception altered) when (altered is CryptographicException or FormatException or OverflowException or ArgumentOutOfRangeException)
        {
            // one text that somebody altered keeps nobody from reading the others; what rests on it no longer yields its digest
            return null;
        }
    }

    private async Task<IReadOnlyList<byte[]>?> SecretsAsync(string stored, CancellationToken cancellationToken)
    {
        var secrets = new List<byte[]>();
        foreach (var id in SealedText.KeysOf(stored))
        {
            if (await SecretAsync(id, cancellationToken) is not { } secret)
            {
                return null;
            }

            secrets.Add(secret);
        }

        return secrets;
    }

    private async Task<byte[]?> SecretAsync(long id, CancellationToken cancellationToken)
    {
        if (!_secrets.TryGetValue(id, out var secret))
        {
            _secrets[id] = secret = await context.PersonKeys.AsNoTracking().Where(row => row.Id == id).Select(row => row.Secret).FirstOrDefaultAsync(cancellationToken);
        }

        return secret;
    }
}
