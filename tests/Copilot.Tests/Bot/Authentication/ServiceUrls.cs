using Copilot.Bot;

namespace Copilot.Tests.Bot.Authentication;

/// <summary>Which places a reply may be sent to, and when two are the same.</summary>
public sealed class ServiceUrls
{
    [Theory]
    [InlineData("https://smba.example.test/emea/", "https://smba.example.test/emea")]
    [InlineData("https://SMBA.example.test:443/emea//", "https://smba.example.test/emea")]
    [InlineData("https://smba.example.test", "https://smba.example.test")]
    [InlineData("https://smba.example.test/a/../b", "https://smba.example.test/b")]
    [InlineData("https://smba.example.test:8443/", "https://smba.example.test:8443")]
    [InlineData("https://bücher.example.test/", "https://xn--bcher-kva.example.test")]
    public void GoodAddress_Read_IsNormalised(string text, string value) => Assert.Equal(value, ServiceUrl.Read(text, anonymous: false)!.Value);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("/v3/conversations")]
    [InlineData("smba.example.test")]
    [InlineData("http://smba.example.test/")]
    [InlineData("ftp://smba.example.test/")]
    [InlineData("https://user@smba.example.test/")]
    [InlineData("https://user:pass@smba.example.test/")]
    [InlineData("https://smba.example.test/?a=1")]
    [InlineData("https://smba.example.test/?")]
    [InlineData("https://smba.example.test/#a")]
    [InlineData("https://good.example.test\\@evil.example.test/")]
    [InlineData(" https://smba.example.test/")]
    [InlineData("https://smba.example.test/\r\nHost: evil")]
    [InlineData("http://localhost.example.test/")]
    [InlineData("javascript:alert(1)")]
    public void BadAddress_ReadByAnybody_IsNone(string? text)
    {
        Assert.Null(ServiceUrl.Read(text, anonymous: false));
        Assert.Null(ServiceUrl.Read(text, anonymous: true));
    }

    [Theory]
    [InlineData("http://localhost:3978/")]
    [InlineData("http://127.0.0.1:3978")]
    [InlineData("http://[::1]:3978")]
    public void PlainLoopback_Read_IsForTheSampleAlone(string text)
    {
        Assert.NotNull(ServiceUrl.Read(text, anonymous: true));
        Assert.Null(ServiceUrl.Read(text, anonymous: false));
    }

    [Fact]
    public void TwoAddresses_Compared_AreTheSameWithAndWithoutTheSlashAlone()
    {
        var place = ServiceUrl.Read("https://a.example.test/emea/", anonymous: false)!;

        Assert.Equal(place, ServiceUrl.Read("https://A.example.test/emea", anonymous: false));
        Assert.Equal(place.GetHashCode(), ServiceUrl.Read("https://A.example.test/Emea", anonymous: false)!.GetHashCode());
        Assert.NotEqual(place, ServiceUrl.Read("https://a.example.test/emea/x", anonymous: false));
        Assert.NotEqual(place, ServiceUrl.Read("https://a.example.test/", anonymous: false));
        Assert.Equal(place, ServiceUrl.Read(place.Value, anonymous: false));
        Assert.Equal("https://a.example.test/emea/v3/conversations/19%3Aa", place.At("/v3/conversations/19%3Aa").AbsoluteUri);
    }
}
