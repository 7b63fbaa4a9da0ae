using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Copilot.Bot;

/// <summary>Reads and writes activities; made at build time.</summary>
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(IReadOnlyList<Activity>))]
internal sealed partial class ActivityJson : JsonSerializerContext
{
    /// <summary>Letters of every language as they are: half the bytes, and readable in the store.</summary>
    public static ActivityJson Wire { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
