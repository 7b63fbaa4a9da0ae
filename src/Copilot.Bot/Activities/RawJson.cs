using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Copilot.Bot;

/// <summary>A part of an activity in the very letters it was read or made with: a card of 28 KB is copied, not gone through name by name each time it is written.</summary>
/// <param name="Utf8">The JSON.</param>
[JsonConverter(typeof(Converter))]
internal sealed record RawJson(ReadOnlyMemory<byte> Utf8)
{
    /// <summary>A card that was made here.</summary>
    public static RawJson Of(JsonObject made)
    {
        var text = new ArrayBufferWriter<byte>(4 * 1024);
        using (var writer = new Utf8JsonWriter(text, new JsonWriterOptions { Encoder = ActivityJson.Wire.Options.Encoder, SkipValidation = true }))
        {
            made.WriteTo(writer);
        }

        return new RawJson(text.WrittenSpan.ToArray());
    }

    internal sealed class Converter : JsonConverter<RawJson>
    {
        /// <inheritdoc/>
        public override RawJson Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(JsonMarshal.GetRawUtf8Value(JsonElement.ParseValue(ref reader)).ToArray());

        /// <inheritdoc/>
        public override void Write(Utf8JsonWriter writer, RawJson value, JsonSerializerOptions options) => writer.WriteRawValue(value.Utf8.Span, skipInputValidation: true);
    }
}
