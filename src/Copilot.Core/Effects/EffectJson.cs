using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Copilot.Core;

/// <summary>A proposal as bytes and back. It is written once; digest, card and executor all read those bytes.</summary>
public static class EffectJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        // a field that this version does not know could not be shown: such bytes are refused rather than half read
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new CurrencyText(), new MoneyText(), new JsonStringEnumConverter() },
    };

    private static readonly FrozenDictionary<Type, string> Kinds = typeof(Effect).GetCustomAttributes(typeof(JsonDerivedTypeAttribute), false)
        .Cast<JsonDerivedTypeAttribute>().ToFrozenDictionary(attribute => attribute.DerivedType, attribute => (string)attribute.TypeDiscriminator!);

    /// <summary>The bytes of a proposal.</summary>
    public static byte[] Write(Proposal proposal) => JsonSerializer.SerializeToUtf8Bytes(proposal, Options);

    /// <summary>The proposal of those bytes.</summary>
    /// <exception cref="JsonException">The bytes are no proposal of this version.</exception>
    public static Proposal Read(ReadOnlySpan<byte> bytes) => JsonSerializer.Deserialize<Proposal>(bytes, Options) ?? throw new JsonException("There is no proposal.");

    /// <summary>The canonical word of an effect's kind: "set_order_hold".</summary>
    public static string KindOf(Effect effect)
    {
        ArgumentNullException.ThrowIfNull(effect);
        return Kinds[effect.GetType()];
    }

    /// <summary>The canonical words of all kinds of effects.</summary>
    public static IReadOnlyCollection<string> AllKinds => Kinds.Values;

    private sealed class CurrencyText : JsonConverter<CurrencyCode>
    {
        public override CurrencyCode Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            CurrencyCode.TryParse(reader.GetString(), out var currency) ? currency : throw new JsonException("A currency is three letters.");

        public override void Write(Utf8JsonWriter writer, CurrencyCode value, JsonSerializerOptions options) => writer.WriteStringValue(value.Code);
    }

    private sealed class MoneyText : JsonConverter<Money>
    {
        public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var parts = (reader.GetString() ?? "").Split(' ');
            return parts is [var code, var minor] && CurrencyCode.TryParse(code, out var currency)
                && long.TryParse(minor, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out var units)
                ? new Money(units, currency)
                : throw new JsonException("Money is its currency and its minor units, as \"EUR 120450\".");
        }

        public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) =>
            writer.WriteStringValue(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{value.Currency.Code} {value.Minor}"));
    }
}
