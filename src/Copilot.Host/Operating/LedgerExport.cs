using System.Text;
using System.Text.Json;
using Copilot.Gate;

namespace Copilot.Host.Operating;

/// <summary>The whole ledger as one page that checks itself, in any browser, without this host and without a network.</summary>
internal static class LedgerExport
{
    private const string Place = "ENTRIES";

    // letters that end a script are escaped: an entry is data on the page, whatever it says
    private static readonly JsonSerializerOptions Json = JsonSerializerOptions.Web;

    /// <summary>Writes it; a file that is there is replaced once the new one is whole.</summary>
    /// <returns>How many entries it holds.</returns>
    public static async Task<long> WriteAsync(Ledger ledger, FileInfo file, CancellationToken cancellationToken)
    {
        var page = Page().Split(Place, 2);
        var made = new FileInfo(file.FullName + ".new");
        var count = 0L;
        await using (var writer = new StreamWriter(made.FullName, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)))
        {
            await writer.WriteAsync(page[0] + "[");
            await foreach (var entry in ledger.AllAsync(cancellationToken))
            {
                var line = JsonSerializer.Serialize(new { entry.Sequence, at = entry.At.ToUnixTimeMilliseconds(), entry.Kind, entry.Actor, who = entry.Who, entry.Subject, about = entry.About, entry.Payload, entry.Hash }, Json);
                await writer.WriteAsync((count++ == 0 ? "\n" : ",\n") + line);
            }

            await writer.WriteAsync("\n]" + page[1]);
        }

        made.MoveTo(file.FullName, overwrite: true);
        return count;
    }

    private static string Page()
    {
        using var stream = typeof(LedgerExport).Assembly.GetManifestResourceStream("verifier.html") ?? throw new InvalidOperationException("The verifier is not among the resources.");
        return new StreamReader(stream).ReadToEnd();
    }
}
