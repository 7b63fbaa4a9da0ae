using System.Text.RegularExpressions;
using Copilot.Core;

namespace Copilot.Connectors.Documents;

/// <summary>
/// The folder into which the invoicing system drops its PDF files, for one turn. A number becomes a file's name only by being compared with the names
/// that the folder has, so that none leads out of it; links are not followed.
/// </summary>
/// <param name="folder">The folder; it need not be there.</param>
/// <param name="mostFiles">Files that one mail may carry.</param>
/// <param name="mostBytes">Bytes that the files of one mail may have together.</param>
/// <param name="mostOfTurn">Bytes that the files of all mails of the turn may have together.</param>
internal sealed partial class InvoiceFolder(string folder, int mostFiles, long mostBytes, long mostOfTurn) : IOriginals
{
    private const string MediaType = "application/pdf";
    private const string Extension = ".pdf";

    private static readonly byte[] Mark = "%PDF-"u8.ToArray();

    private Dictionary<string, string>? _names;
    private long _leftOfTurn = mostOfTurn;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Original>> FindAsync(IReadOnlyList<string> numbers, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        var (found, files, left) = (new List<Original>(numbers.Count), mostFiles, mostBytes);
        foreach (var number in numbers)
        {
            var original = await FindAsync(number, files > 0 ? Math.Min(left, _leftOfTurn) : 0, cancellationToken);
            found.Add(original);
            if (original.File is { } file)
            {
                files--;
                left -= file.Content.Length;
                _leftOfTurn -= file.Content.Length;
            }
        }

        return found;
    }

    private async Task<Original> FindAsync(string number, long most, CancellationToken cancellationToken)
    {
        if (!Number().IsMatch(number) || !Names().TryGetValue(number, out var path))
        {
            return new Original(number, OriginalState.Missing, null);
        }

        try
        {
            await using var file = new FileStream(path, new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.Read, Share = FileShare.ReadWrite | FileShare.Delete, Options = FileOptions.Asynchronous | FileOptions.SequentialScan });
            var length = file.Length;
            if (length == 0 || length > mostBytes || length > most)
            {
                return new Original(number, length == 0 ? OriginalState.Empty : length > mostBytes ? OriginalState.TooLarge : OriginalState.BeyondBounds, null);
            }

            // what is still being written is cut off here, and stays what was frozen
            var bytes = new byte[length];
            await file.ReadExactlyAsync(bytes, cancellationToken);
            return bytes.AsSpan().StartsWith(Mark)
                ? new Original(number, OriginalState.Found, FrozenAttachment.Of(number + Extension, MediaType, bytes))
                : new Original(number, OriginalState.NotPdf, null);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new Original(number, OriginalState.Unreadable, null);
        }
    }

    // read once a turn; of two names that differ in their capitals alone the first in the order of bytes counts
    private Dictionary<string, string> Names()
    {
        if (_names is not null)
        {
            return _names;
        }

        _names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        try
        {
            var options = new EnumerationOptions { AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Directory, MatchCasing = MatchCasing.CaseInsensitive, IgnoreInaccessible = true };
            foreach (var path in Directory.EnumerateFiles(folder, "*" + Extension, options).Order(StringComparer.Ordinal))
            {
                _names.TryAdd(Path.GetFileNameWithoutExtension(path), path);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // no folder, no originals
            _names.Clear();
        }

        return _names;
    }

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
