using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Data;

/// <summary>Keys with which this installation signs for itself. They lie in the copilot's own database, so that every host of it reads what another signed.</summary>
public static class HouseKeys
{
    private const int Bytes = 32;

    /// <summary>The key of a purpose; made on first use.</summary>
    public static async Task<byte[]> OfAsync(CompanyStore store, string purpose, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        var name = "key." + purpose;
        await using var context = store.Copilot();
        var key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes));

        // of two hosts that start at once the first one's key stands
        await context.Database.OpenConnectionAsync(cancellationToken);
        using var to = context.Writer();
        await to.RunAsync(
            $"INSERT INTO {to.Schema}\"Settings\" (\"PersonKey\", \"Name\", \"Value\") VALUES ('', @p0, @p1) ON CONFLICT (\"PersonKey\", \"Name\") DO NOTHING", [name, key], cancellationToken);
        return Convert.FromBase64String(await context.Settings.AsNoTracking().Where(row => row.PersonKey.Length == 0 && row.Name == name).Select(row => row.Value).SingleAsync(cancellationToken));
    }
}
