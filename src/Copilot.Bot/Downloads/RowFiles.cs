using System.Globalization;
using Copilot.Conversation;
using Copilot.Core;
using Copilot.Data;

namespace Copilot.Bot;

/// <summary>
/// Files of an answer's rows. A link is signed, for one person, one use and 15 minutes; when it is followed the answer's function is called again, as
/// that person, and its rows are written as they are read.
/// </summary>
internal sealed class RowFiles(PastTurns past, MessageStore messages, Passes passes, TimeProvider time) : IDisposable
{
    private const string Purpose = "download";
    private static readonly TimeSpan Lasting = TimeSpan.FromMinutes(15);

    // making a large file is work: it must not crowd out the turns
    private readonly SemaphoreSlim _making = new(2);

    /// <summary>A link to a file.</summary>
    /// <param name="conversation">The store's name of the conversation.</param>
    /// <param name="personKey">Who asks.</param>
    /// <param name="wanted">Which rows, and as what.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<Result<FileLink>> LinkAsync(string conversation, string personKey, CardCommand.Download wanted, CancellationToken cancellationToken)
    {
        var called = await CallAsync(conversation, personKey, wanted, cancellationToken);
        if (!called.Ok)
        {
            return called.Fault;
        }

        await using var report = called.Value.Report;
        var table = called.Value.Table;
        var pass = new Pass(personKey, conversation) { Id = Guid.NewGuid().ToString("N"), What = Written(wanted) };
        var text = passes.Make(Purpose, pass, Lasting);
        return new FileLink($"/download?t={text}", FileName(report, table, wanted.Kind), table.TotalRows);
    }

    /// <summary>Who a link was made for; nobody where it is none or over.</summary>
    public async Task<string?> OwnerAsync(string? link, CancellationToken cancellationToken) => (await passes.ReadAsync(Purpose, link, cancellationToken))?.Person;

    /// <summary>Follows a link: uses it, and makes the file.</summary>
    public async Task<Result<MadeFile>> MakeAsync(string? link, CancellationToken cancellationToken)
    {
        if (await passes.ReadAsync(Purpose, link, cancellationToken) is not { Id: { } id, Conversation: { } conversation, What: { } what } pass || Read(what) is not { } wanted)
        {
            return DownloadFaults.Over;
        }

        if (!await messages.Passes.UseAsync(id, pass.EndsAt, cancellationToken))
        {
            return DownloadFaults.Used;
        }

        var called = await CallAsync(conversation, pass.Person, wanted, cancellationToken);
        if (!called.Ok)
        {
            return called.Fault;
        }

        await using var report = called.Value.Report;
        await _making.WaitAsync(cancellationToken);
        try
        {
            return await WriteAsync(report, called.Value.Table, wanted.Kind, pass.Person, cancellationToken);
        }
        finally
        {
            _making.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _making.Dispose();

    private async Task<Result<Called>> CallAsync(string conversation, string personKey, CardCommand.Download wanted, CancellationToken cancellationToken)
    {
        var called = await past.AgainAsync(conversation, wanted.Turn, ConversationState.Empty, personKey, cancellationToken);
        if (!called.Ok)
        {
            return called.Fault;
        }

        if (called.Value.Answer?.Blocks.OfType<TableBlock>().FirstOrDefault(table => table.Key == wanted.Table && table.TotalRows > 0) is { } found)
        {
            return new Called(called.Value, found);
        }

        await called.Value.DisposeAsync();
        return called.Value.Answer is null && called.Value.Message is { } message ? new Fault(called.Value.Code ?? DownloadFaults.NoTable.Code, message) : DownloadFaults.NoTable;
    }

    // in a file first: whoever waits gets a whole file or a sentence, never half of one
    private async Task<MadeFile> WriteAsync(TurnReport report, TableBlock table, FileKind kind, string personKey, CancellationToken cancellationToken)
    {
        var rows = (table.All?.Invoke(cancellationToken) ?? table.Rows.ToAsyncEnumerable()).Take(FileMatter.MostRows);
        var matter = new FileMatter(table, rows, [.. About(report, table, personKey)]);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
        {
            // nobody else on the machine reads along
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var file = new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), options);
        try
        {
            var count = kind == FileKind.Excel ? await ExcelFile.WriteAsync(matter, file, cancellationToken) : await CsvFile.WriteAsync(matter, file, cancellationToken);
            file.Position = 0;
            return new MadeFile(file, FileName(report, table, kind), kind.MediaType(), count);
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    private IEnumerable<(string Label, string Text)> About(TurnReport report, TableBlock table, string personKey)
    {
        var answer = report.Answer!;
        yield return ("Answer", answer.Title);
        yield return ("Rows", table.Title);
        yield return ("How many", table.TotalRows <= FileMatter.MostRows
            ? Number(table.TotalRows) : $"The first {Number(FileMatter.MostRows)} of {Number(table.TotalRows)}. Ask for less, for instance for one customer or one month, to have the others.");
        foreach (var figure in answer.Figures)
        {
            yield return (figure.Label, figure.Value.ToString());
        }

        foreach (var evidence in answer.Evidence)
        {
            yield return ("From", evidence.ToString());
        }

        yield return ("Business day", report.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        yield return ("Made", string.Create(CultureInfo.InvariantCulture, $"{time.GetUtcNow().UtcDateTime:yyyy-MM-dd HH:mm} UTC, for {personKey}: the rows that they may see"));
    }

    private static string FileName(TurnReport report, TableBlock table, FileKind kind)
    {
        var title = string.Join(' ', string.Concat(table.Title.Select(letter => char.IsLetterOrDigit(letter) || letter is '-' ? letter : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var name = title.Length == 0 ? "Rows" : title.Length > 80 ? title[..80].Trim() : title;
        return string.Create(CultureInfo.InvariantCulture, $"{name} {report.Today:yyyy-MM-dd}.{kind.Extension()}");
    }

    private static string Written(CardCommand.Download wanted) => $"{wanted.Turn} {wanted.Kind.Extension()} {wanted.Table}";

    private static CardCommand.Download? Read(string what) =>
        what.Split(' ', 3) is [var turn, var extension, var table] && FileKinds.Of(extension) is { } kind ? new CardCommand.Download(turn, table, kind) : null;

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private sealed record Called(TurnReport Report, TableBlock Table);
}

/// <summary>A link to a file that is made when it is followed.</summary>
/// <param name="Path">The link, from this host's root.</param>
/// <param name="File">The file's name.</param>
/// <param name="Rows">How many rows there are in all.</param>
internal sealed record FileLink(string Path, string File, long Rows);

/// <summary>A file that was made; whoever closes its content deletes it.</summary>
/// <param name="Content">What is in it.</param>
/// <param name="Name">Its name.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Rows">How many rows it has.</param>
internal sealed record MadeFile(Stream Content, string Name, string MediaType, int Rows);
