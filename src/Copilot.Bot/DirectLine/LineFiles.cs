using System.Security.Cryptography;
using System.Text;
using Copilot.Core;
using Copilot.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Copilot.Bot;

/// <summary>Files that people give on the page, up to a limit. They lie in the store, and only who gave one gets it back.</summary>
internal sealed class LineFiles(MessageStore messages, BotLimits limits)
{
    /// <summary>Where a file is had again.</summary>
    public const string Path = "/files/";

    private const int MostFiles = 10;
    private const int LongestName = 120;

    // shown inside the page by a browser; everything else, and above all what may hold a script, is handed out as bytes
    private static readonly HashSet<string> Pictures = new(StringComparer.Ordinal) { "image/png", "image/jpeg", "image/gif", "image/webp" };

    /// <summary>Reads what was sent: one activity, and its files.</summary>
    public async Task<Result<(Activity Activity, IReadOnlyList<IFormFile> Files)>> ReadAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var most = limits.UploadMegabytes * 1024L * 1024;
        if (most == 0)
        {
            return new Fault("BT-064", "Files are not taken here. Load exports with: copilot import FILE");
        }

        var request = context.Request;
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            // of what is a little too large the rest is heard out, so that its sender hears the sentence and not a broken connection
            size.MaxRequestBodySize = Math.Max(most + Bodies.Largest, Math.Min(request.ContentLength ?? 0, most * 10));
        }

        if (request.ContentLength > most + Bodies.Largest)
        {
            return TooLarge();
        }

        try
        {
            var form = await request.ReadFormAsync(new FormOptions { MultipartBodyLengthLimit = most, ValueCountLimit = 10 }, cancellationToken);
            var files = form.Files.Where(file => file.Name != "activity").ToArray();
            var text = form.Files["activity"] is { } part ? await TextAsync(part, cancellationToken) : form["activity"].ToString();
            if (files.Length is 0 or > MostFiles || Activities.Read(Encoding.UTF8.GetBytes(text)) is not { Type: "message" } activity)
            {
                return new Fault("BT-065", $"An upload is a form with one \"activity\", a message, and 1 to {MostFiles} files.");
            }

            return files.Sum(file => file.Length) > most ? TooLarge() : (activity, files);
        }
        catch (Exception problem) when (problem is InvalidDataException or BadHttpRequestException or InvalidOperationException)
        {
            return problem is BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } or InvalidDataException ? TooLarge() : new Fault("BT-065", "That is no upload: send a form with one \"activity\" and its files.");
        }
    }

    /// <summary>Keeps the files of an activity. Kept a second time, because a client sent again, nothing changes.</summary>
    /// <returns>How the conversation shows them.</returns>
    public async Task<IReadOnlyList<Attachment>> KeepAsync(string conversation, string personKey, string activityId, IReadOnlyList<IFormFile> files, CancellationToken cancellationToken)
    {
        var shown = new List<Attachment>();
        foreach (var (place, file) in files.Index())
        {
            var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{conversation} {activityId} {place}")))[..32];
            var name = System.IO.Path.GetFileName(file.FileName.Replace('\\', '/'));
            name = string.Concat((name.Length == 0 ? "file" : name).Where(letter => !char.IsControl(letter)).Take(LongestName));
            using var content = new MemoryStream((int)file.Length);
            await file.CopyToAsync(content, cancellationToken);
            var type = file.ContentType is { Length: > 0 and < 100 } given ? given : "application/octet-stream";
            await messages.Uploads.KeepAsync(new KeptFile(id, conversation, personKey, name, type, content.ToArray()), cancellationToken);
            shown.Add(new Attachment { ContentType = type, ContentUrl = Path + id, Name = name });
        }

        return shown;
    }

    /// <summary>Hands a file back to whom it came from.</summary>
    public async Task<IResult> GetAsync(HttpContext context, string id, string? personKey, CancellationToken cancellationToken)
    {
        context.Response.Headers.CacheControl = "no-store";
        return personKey is not null && await messages.Uploads.FindAsync(id, personKey, cancellationToken) is { } file
            ? Results.File(file.Content, Pictures.Contains(file.ContentType) ? file.ContentType : "application/octet-stream", file.Name)
            : Results.Text("There is no such file, or it is somebody else's.", statusCode: StatusCodes.Status404NotFound);
    }

    private Fault TooLarge() => new("BT-031", $"That is larger than {limits.UploadMegabytes} MB. Send a smaller file, or load it with: copilot import FILE");

    private static async Task<string> TextAsync(IFormFile part, CancellationToken cancellationToken)
    {
        if (part.Length > Bodies.Largest)
        {
            return "";
        }

        using var reader = new StreamReader(part.OpenReadStream(), Encoding.UTF8);
        return await reader.ReadToEndAsync(cancellationToken);
    }
}
