using System.Text.Json;
using Copilot.Core;

namespace Copilot.Tests.Core;

public sealed class EffectsAsBytes
{
    [Fact]
    public void EveryEffect_Serialised_CarriesItsOwnDiscriminatorFirst()
    {
        var effects = typeof(Effect).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Effect))).ToArray();
        var names = typeof(Effect).GetCustomAttributes(typeof(System.Text.Json.Serialization.JsonDerivedTypeAttribute), false)
            .Cast<System.Text.Json.Serialization.JsonDerivedTypeAttribute>().ToDictionary(attribute => attribute.DerivedType, attribute => (string)attribute.TypeDiscriminator!);

        Assert.NotEmpty(effects);
        Assert.All(effects, effect => Assert.Contains(effect, names.Keys));
        Assert.Equal(names.Count, names.Values.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Hold_SerialisedAndReadBack_IsTheSame()
    {
        Effect hold = new SetOrderHold(new Target("SO-10482", 3), false, true, HoldReason.Credit, "over the limit");
        var bytes = JsonSerializer.SerializeToUtf8Bytes(hold);

        Assert.StartsWith("{\"effect\":\"set_order_hold\"", System.Text.Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        Assert.Equal(hold, JsonSerializer.Deserialize<Effect>(bytes));
    }
}
