using System.Security.Cryptography;
using System.Text;

namespace Copilot.Connectors.Mail;

/// <summary>Reads delivery status notifications that were dropped into a folder as <c>.eml</c> files.</summary>
public static class BounceReader
{
    /// <summary>The folder's name in the data folder, unless a setting names another.</summary>
    public const string FolderName = "bounces";

    private const int MostFiles = 1000;
    private const int LargestFile = 2_000_000;
    private const int MostRecipients = 100;
    private const int LongestText = 300;

    /// <summary>Reads all that lies in a folder; one that is not there holds none.</summary>
    public static async Task<BounceBox> ReadAsync(DirectoryInfo folder, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var (read, unread) = (new List<Bounce>(), new List<(string, string)>());
        foreach (var file in folder.Exists ? folder.EnumerateFiles("*.eml").OrderBy(file => file.Name, StringComparer.Ordinal).Take(MostFiles) : [])
        {
            if (file.Length > LargestFile)
            {
                unread.Add((file.Name, $"it has {file.Length:N0} bytes; {LargestFile:N0} are the most"));
                continue;
            }

            var bytes = await File.ReadAllBytesAsync(file.FullName, cancellationToken);
            if (Of(file.Name, bytes) is { } bounce)
            {
                read.Add(bounce with { Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)) });
            }
            else
            {
                unread.Add((file.Name, "it is no delivery status notification"));
            }
        }

        return new BounceBox(read, unread);
    }

    /// <summary>Reads one; nothing where it is no delivery status notification.</summary>
    internal static Bounce? Of(string file, byte[] bytes)
    {
        var mail = MimePart.Read(Encoding.Latin1.GetString(bytes));
        var parts = mail.All().ToList();
        if (parts.Find(part => part.Is("message/delivery-status")) is not { } status)
        {
            return null;
        }

        var groups = status.Text().ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(group => MimePart.Read(group + "\n\n").Headers).ToList();
        var recipients = groups.Where(group => group.ContainsKey("final-recipient") || group.ContainsKey("original-recipient")).Take(MostRecipients)
            .Select(group => new BouncedRecipient(
                AfterType(group.GetValueOrDefault("original-recipient") ?? group["final-recipient"]), Clean(group.GetValueOrDefault("action") ?? "").ToLowerInvariant(), Clean(group.GetValueOrDefault("status") ?? ""),
                AfterType(group.GetValueOrDefault("diagnostic-code") ?? "")))
            .ToList();
        if (recipients.Count == 0)
        {
            return null;
        }

        var returned = parts.Find(part => part.Is("message/rfc822") || part.Is("text/rfc822-headers") || part.Is("message/rfc822-headers"));
        var id = returned is null ? "" : MimePart.Read(returned.Text()).Headers.GetValueOrDefault("message-id") ?? "";
        id = Clean(id.Length > 0 ? id : mail.Headers.GetValueOrDefault("in-reply-to") ?? "");
        return new Bounce(file, id, MailKey.Read(id), DateTimeOffset.TryParse(mail.Headers.GetValueOrDefault("date"), System.Globalization.CultureInfo.InvariantCulture, out var at) ? at : null, recipients);
    }

    // "rfc822; anna@x" and "smtp; 550 5.1.1 no such user" begin with the kind of what follows
    private static string AfterType(string value) => Clean(value.IndexOf(';', StringComparison.Ordinal) is >= 0 and var at ? value[(at + 1)..] : value);

    private static string Clean(string text)
    {
        var line = new string([.. text.Take(LongestText).Select(character => char.IsControl(character) ? ' ' : character)]);
        return line.Trim();
    }
}
