using Copilot.Bot;
using Copilot.Core;
using Microsoft.Extensions.Configuration;

namespace Copilot.Tests.Bot;

/// <summary>When nobody is written to unasked: on the clock of the one who would be, over midnight, weekends and the change of the clocks.</summary>
public sealed class QuietTimes
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    [Theory]
    [InlineData("2026-11-18T12:00:00Z", null)]
    [InlineData("2026-11-18T06:00:00Z", null)]
    [InlineData("2026-11-18T05:59:00Z", "2026-11-18T06:00:00Z")]
    [InlineData("2026-11-18T18:59:00Z", null)]
    [InlineData("2026-11-18T19:00:00Z", "2026-11-19T06:00:00Z")]
    [InlineData("2026-11-18T23:30:00Z", "2026-11-19T06:00:00Z")]
    [InlineData("2026-11-20T19:00:00Z", "2026-11-23T06:00:00Z")]
    [InlineData("2026-11-21T10:00:00Z", "2026-11-23T06:00:00Z")]
    [InlineData("2026-11-22T23:30:00Z", "2026-11-23T06:00:00Z")]
    [InlineData("2026-03-27T20:00:00Z", "2026-03-30T05:00:00Z")]
    public void InstantInBerlin_OfTheUsualHours_IsQuietUntil(string now, string? until) =>
        Assert.Equal(until is null ? null : At(until), QuietHours.Usual.EndsAt(At(now), Berlin));

    [Fact]
    public void SameInstant_ForTwoPeople_IsQuietForOneAlone()
    {
        var now = At("2026-11-18T16:00:00Z");

        Assert.Null(QuietHours.Usual.EndsAt(now, TimeZoneInfo.FindSystemTimeZoneById("America/New_York")));
        Assert.Equal(At("2026-11-18T22:00:00Z"), QuietHours.Usual.EndsAt(now, TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo")));
    }

    [Fact]
    public void EndInAnHourThatTheClocksLeaveOut_Asked_IsTheHourAfter()
    {
        var quiet = Read("22:00-02:30", "off").Value;

        Assert.Equal(At("2026-03-29T01:30:00Z"), quiet.EndsAt(At("2026-03-28T23:00:00Z"), Berlin));
    }

    [Theory]
    [InlineData("off", "off", null)]
    [InlineData("12:00-13:00", "off", "2026-11-21T12:00:00Z")]
    [InlineData("off", "saturday", "2026-11-21T23:00:00Z")]
    public void Settings_Read_Hold(string hours, string days, string? until) =>
        Assert.Equal(until is null ? null : At(until), Read(hours, days).Value.EndsAt(At("2026-11-21T11:30:00Z"), Berlin));

    [Theory]
    [InlineData("8pm-7am", null)]
    [InlineData("20:00", null)]
    [InlineData("20:00-25:00", null)]
    [InlineData(null, "Samstag")]
    [InlineData(null, "6")]
    [InlineData(null, "Monday,Tuesday,Wednesday,Thursday,Friday,Saturday,Sunday")]
    public void SettingThatSaysNothing_Read_NamesItself(string? hours, string? days)
    {
        var fault = Read(hours, days).Fault;

        Assert.Equal("BT-042", fault?.Code);
        Assert.Contains(hours is null ? "QuietDays" : "QuietHours", fault!.Message, StringComparison.Ordinal);
    }

    private static Result<RestHours> Read(string? hours, string? days) => QuietHours.Read(new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal) { ["QuietHours"] = hours, ["QuietDays"] = days }).Build());

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
