using System.Buffers;
using System.Text.Json;
using Copilot.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Copilot.Bot;

/// <summary>Reading requests and writing answers of the protocol.</summary>
internal static class Bodies
{
    /// <summary>A message of a channel is about 100 KB at most.</summary>
    public const int Largest = 256 * 1024;

    /// <summary>A few words.</summary>
    public const int Small = 4 * 1024;

    /// <summary>Reads an activity.</summary>
    public static async Task<(Activity? Activity, IResult? Refusal)> ReadAsync(HttpContext context, CancellationToken cancellationToken)
    {
        try
        {
            return context.Request.ContentLength > Largest ? (null, TooLarge()) : await WholeAsync(context, cancellationToken);
        }
        catch (BadHttpRequestException problem) when (problem.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            // the server itself stops at a limit of its own
            return (null, TooLarge());
        }
    }

    /// <summary>A body of at most that many bytes as JSON; nothing where it is none.</summary>
    public static async Task<JsonElement> JsonAsync(HttpContext context, int most, CancellationToken cancellationToken)
    {
        if (!context.Request.HasJsonContentType())
        {
            return default;
        }

        // the server itself counts, whether a length was told or not
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = most;
        }

        try
        {
            return await context.Request.ReadFromJsonAsync<JsonElement>(cancellationToken);
        }
        catch (Exception problem) when (problem is JsonException or BadHttpRequestException)
        {
            return default;
        }
    }

    /// <summary>The one word that a small body says under a name; nothing where it says none.</summary>
    public static async Task<string?> WordAsync(HttpContext context, string name, CancellationToken cancellationToken) =>
        await JsonAsync(context, Small, cancellationToken) is { ValueKind: JsonValueKind.Object } body && body.TryGetProperty(name, out var word) && word.ValueKind == JsonValueKind.String ? word.GetString() : null;

    /// <summary>A refusal with its code and sentence.</summary>
    public static IResult Refuse(int status, Fault fault) => Results.Json(new Dictionary<string, object>(StringComparer.Ordinal)
    {
        ["error"] = new Dictionary<string, string>(StringComparer.Ordinal) { ["code"] = fault.Code, ["message"] = fault.Message },
    }, statusCode: status);

    /// <summary>JSON that is written already.</summary>
    public static IResult Json(string json, int status = StatusCodes.Status200OK) => Results.Content(json, "application/json; charset=utf-8", statusCode: status);

    /// <summary>A set of activities.</summary>
    public static IResult Set(IReadOnlyList<Activity> activities)
    {
        // room for the cards at once: a writer that grows copies them each time
        var made = new ArrayBufferWriter<byte>((4 * 1024) + activities.Sum(activity => activity.Attachments?.Sum(attachment => attachment?.Content?.Utf8.Length ?? 0) ?? 0));
        made.Write("{\"activities\":"u8);
        using (var writer = new Utf8JsonWriter(made, new JsonWriterOptions { Encoder = ActivityJson.Wire.Options.Encoder, SkipValidation = true }))
        {
            JsonSerializer.Serialize(writer, activities, ActivityJson.Wire.IReadOnlyListActivity);
        }

        made.Write("}"u8);
        return Results.Bytes(made.WrittenMemory, "application/json; charset=utf-8");
    }

    private static async Task<(Activity? Activity, IResult? Refusal)> WholeAsync(HttpContext context, CancellationToken cancellationToken)
    {
        // what the server has read stands in its own buffers: it is looked at until it is whole, and copied only where it came in pieces
        var body = context.Request.BodyReader;
        var read = await body.ReadAsync(cancellationToken);
        for (; !read.IsCompleted && read.Buffer.Length <= Largest; read = await body.ReadAsync(cancellationToken))
        {
            body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }

        if (read.Buffer.Length > Largest)
        {
            return (null, TooLarge());
        }

        var found = Activities.Read(read.Buffer.IsSingleSegment ? read.Buffer.FirstSpan : read.Buffer.ToArray());
        body.AdvanceTo(read.Buffer.End);
        return found is { Type.Length: > 0 } activity
            ? (activity, null)
            : (null, Refuse(StatusCodes.Status400BadRequest, new Fault("BT-030", "The body is no activity: it must be a JSON object with a \"type\".")));
    }

    private static IResult TooLarge() => Refuse(StatusCodes.Status413PayloadTooLarge, new Fault("BT-031", $"The activity is larger than {Largest / 1024} KB. Send a shorter message."));
}
