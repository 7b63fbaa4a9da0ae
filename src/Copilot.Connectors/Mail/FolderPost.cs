using System.Net.Mail;
using Copilot.Gate;

namespace Copilot.Connectors.Mail;

/// <summary>Writes a mail into a folder instead of sending it, under its key: a file that is there is a mail that went.</summary>
internal sealed class FolderPost(DirectoryInfo dataFolder)
{
    /// <summary>The folder's name in the data folder.</summary>
    public const string Name = "outbox-mail";

    private DirectoryInfo Folder => new(Path.Combine(dataFolder.FullName, Name));

    /// <summary>Whether the mail of a key is there.</summary>
    public bool Holds(string key) => File.Exists(Place(key));

    /// <summary>Writes it: whole and under its name, or not at all.</summary>
    public PostOutcome Write(MailMessage message, string key)
    {
        var place = Place(key);
        var aside = Path.Combine(Folder.FullName, $".{Guid.NewGuid():N}");
        try
        {
            Directory.CreateDirectory(aside);
            using (var client = new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = aside })
            {
                client.Send(message);
            }

            var written = Directory.GetFiles(aside).Single();
            using (var file = new FileStream(written, FileMode.Open, FileAccess.ReadWrite))
            {
                file.Flush(flushToDisk: true);
            }

            // a mail that is there stands: the same key never writes a second one
            File.Move(written, place, overwrite: false);
            return new PostOutcome(ExecutionEnd.Done, "");
        }
        catch (IOException) when (File.Exists(place))
        {
            return new PostOutcome(ExecutionEnd.Done, "");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or SmtpException)
        {
            return new PostOutcome(ExecutionEnd.Failed, $"The mail could not be written to {Name} ({problem.Message}); nothing was done.");
        }
        finally
        {
            if (Directory.Exists(aside))
            {
                Directory.Delete(aside, recursive: true);
            }
        }
    }

    private string Place(string key) => Path.Combine(Folder.FullName, MailKey.FileName(key));
}
