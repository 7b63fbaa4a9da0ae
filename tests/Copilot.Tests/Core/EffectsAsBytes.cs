using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Copilot.Core;

namespace Copilot.Tests.Core;

public sealed class EffectsAsBytes
{
    private static readonly SetOrderHold Hold = new(new Target(TargetKind.Order, 482, "SO-10482", 3), true, HoldReason.Credit, "over the limit", OrderStatus.Confirmed, OrderStatus.OnHold, new Money(120450, CurrencyCode.Eur));

    [Fact]
    public void EveryEffect_Serialised_CarriesItsOwnDiscriminator()
    {
        var effects = typeof(Effect).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Effect))).ToArray();
        var names = typeof(Effect).GetCustomAttributes(typeof(JsonDerivedTypeAttribute), false)
            .Cast<JsonDerivedTypeAttribute>().ToDictionary(attribute => attribute.DerivedType, attribute => (string)attribute.TypeDiscriminator!);

        Assert.True(effects.Length >= 18);
        Assert.All(effects, effect => Assert.Contains(effect, names.Keys));
        Assert.Equal(names.Count, names.Values.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Proposal_WrittenAndReadBack_IsTheSameToTheByte()
    {
        var proposal = new Proposal("Hold SO-10482", "over the limit", [Hold], [Basis.Of("order", "SO-10482", [new BasisFact("status", "confirmed")])]) { Remarks = [new Remark("Two other orders wait.")] };

        var bytes = EffectJson.Write(proposal);

        Assert.Contains("{\"effect\":\"set_order_hold\"", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        Assert.Equal(bytes, EffectJson.Write(EffectJson.Read(bytes)));
        Assert.Equal(Hold, EffectJson.Read(bytes).Effects.Single());
    }

    [Fact]
    public void BytesWithAFieldOfAnotherVersion_Read_AreRefused()
    {
        var text = Encoding.UTF8.GetString(EffectJson.Write(new Proposal("t", "r", [Hold], [])));

        Assert.Throws<JsonException>(() => EffectJson.Read(Encoding.UTF8.GetBytes(text.Replace("\"held\":", "\"unseen\":1,\"held\":", StringComparison.Ordinal))));
    }

    [Fact]
    public void Facts_WithAnotherBoundaryBetweenThem_HaveAnotherHash() =>
        Assert.NotEqual(Basis.Of("q", "a", [new BasisFact("ab", "c")]).Sha256, Basis.Of("q", "a", [new BasisFact("a", "bc")]).Sha256);
}
