using System.Text;
using System.Text.Json;
using Copilot.Gate;

namespace Copilot.Host.Operating;

/// <summary>The whole ledger as one page that checks itself, in any browser, without this host and without a network.</summary>
internal static class LedgerExport
{
    private const string Place = "ENTRIES";
    private const string Words = "WORDS";

    // letters that end a script are escaped: an entry is data on the page, whatever it says
    private static readonly JsonSerializerOptions Json = JsonSerializerOptions.Web;

    /// <summary>Writes it; a file that is there is replaced once the new one is whole.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="action">An action whose words go along; none where nobody's do.</param>
    /// <param name="file">The file.</param>
    /// <param name="cancellationToken">Ends it; the file that was there stays.</param>
    /// <returns>How many entries it holds.</returns>
    public static async Task<long> WriteAsync(Ledger ledger, PastAction? action, FileInfo file, CancellationToken cancellationToken)
    {
        var page = Page().Split(Place, 2);
        page[0] = page[0].Replace(Words, JsonSerializer.Serialize(WordsOf(action), Json), StringComparison.Ordinal);
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

    // salt and text, or a proposal's bytes: what SHA-256 is taken over, so that the page can take it again
    private static IEnumerable<object> WordsOf(PastAction? action) => action is null ? [] :
        action.Texts.Select(text => (object)new { about = text.About, what = text.What, hash = text.Hash, bytes = text.Salted is { } salted ? Convert.ToBase64String(salted) : null, salt = 16 })
            .Concat(action.Proposals.Select(proposal => (object)new { about = proposal.Number, what = "proposed", hash = proposal.Digest, bytes = proposal.Bytes is { } bytes ? Convert.ToBase64String(bytes) : null, salt = 0 }));

    private static string Page()
    {
        using var stream = typeof(LedgerExport).Assembly.GetManifestResourceStream("verifier.html") ?? throw new InvalidOperationException("The verifier is not among the resources.");
        return new StreamReader(stream).ReadToEnd();
    }
}
