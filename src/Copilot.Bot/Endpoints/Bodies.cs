using System.Buffers;
using System.Text.Json;
using Copilot.Core;
using Microsoft.AspNetCore.Http;

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
        if (context.Request.ContentLength > Largest)
        {
            return (null, TooLarge());
        }

        using var buffer = new MemoryStream();
        var chunk = new byte[16 * 1024];
        for (int read; (read = await context.Request.Body.ReadAsync(chunk, cancellationToken)) > 0;)
        {
            buffer.Write(chunk, 0, read);
            if (buffer.Length > Largest)
            {
                return (null, TooLarge());
            }
        }

        return Activities.Read(buffer.GetBuffer().AsSpan(0, (int)buffer.Length)) is { Type.Length: > 0 } activity
            ? (activity, null)
            : (null, Refuse(StatusCodes.Status400BadRequest, new Fault("BT-030", "The body is no activity: it must be a JSON object with a \"type\".")));
    }

    /// <summary>A body of at most that many bytes as JSON; nothing where it is none.</summary>
    public static async Task<JsonElement> JsonAsync(HttpContext context, int most, CancellationToken cancellationToken)
    {
        try
        {
            return context.Request.HasJsonContentType() && (context.Request.ContentLength ?? 0) <= most ? await context.Request.ReadFromJsonAsync<JsonElement>(cancellationToken) : default;
        }
        catch (JsonException)
        {
            return default;
        }
    }

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
        var made = new ArrayBufferWriter<byte>(4 * 1024);
        made.Write("{\"activities\":"u8);
        using (var writer = new Utf8JsonWriter(made, new JsonWriterOptions { Encoder = ActivityJson.Wire.Options.Encoder, SkipValidation = true }))
        {
            JsonSerializer.Serialize(writer, activities, ActivityJson.Wire.IReadOnlyListActivity);
        }

        made.Write("}"u8);
        return Results.Bytes(made.WrittenMemory, "application/json; charset=utf-8");
    }

    private static IResult TooLarge() => Refuse(StatusCodes.Status413PayloadTooLarge, new Fault("BT-031", $"The activity is larger than {Largest / 1024} KB. Send a shorter message."));
}
