using System.Globalization;
using Copilot.Core;
using Copilot.Plugins.Logistics.Rules;
using FsCheck;
using FsCheck.Fluent;
using Property = FsCheck.Check;

namespace Copilot.Tests.Logistics;

public sealed class ServiceLevelClock
{
    private static readonly TimeZoneInfo Amsterdam = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    // zones whose clocks change on a Sunday, on a Friday (Cairo) and never; instants of two years, more of them around the changes
    private static readonly Arbitrary<(string Zone, int CutoffMinutes, int Hours, int[] Holidays, long Minutes)> Any = Arb.From(
        from zone in Gen.Elements("Europe/London", "Europe/Amsterdam", "America/Los_Angeles", "Africa/Cairo", "Australia/Lord_Howe", "Etc/UTC")
        from cutoff in Gen.Choose(0, 1439)
        from hours in Gen.Choose(1, 120)
        from holidays in Gen.Choose(0, 800).ArrayOf()
        from minutes in Gen.Frequency(
            (2, Gen.Choose(0, 2 * 525_600)), (1, Gen.Choose(86 * 1440, 90 * 1440)), (1, Gen.Choose(296 * 1440, 300 * 1440)), (1, Gen.Choose(113 * 1440, 117 * 1440)), (1, Gen.Choose(66 * 1440, 70 * 1440)))
        select (zone, cutoff, hours, holidays, (long)minutes));

    [Fact]
    public void AnyRelease_OnAnyClock_EndsAfterTheHoursOnWorkingDaysAlone() => Property.QuickThrowOnFailure(Prop.ForAll(Any, any =>
    {
        var (clock, released, zone) = Make(any);
        var end = TimeZoneInfo.ConvertTime(clock.DeadlineOf(released), zone).DateTime;
        var start = clock.CountsFor(released).ToDateTime(new TimeOnly(any.CutoffMinutes / 60, any.CutoffMinutes % 60));

        // counted minute by minute on the wall, up to the end; a skipped hour puts the end at most that much further
        var minutes = 0;
        for (var at = start; at < end; at = at.AddMinutes(1))
        {
            minutes += clock.IsWorkingDay(DateOnly.FromDateTime(at)) ? 1 : 0;
        }

        var wall = minutes - (any.Hours * 60);
        return wall == 0 || (wall is > 0 and <= 60 && Skipped(zone, end));
    }));

    [Fact]
    public void AnyRelease_OnAnyClock_IsDueAfterItAndNoEarlierThanAnEarlierOne() => Property.QuickThrowOnFailure(Prop.ForAll(Any, any =>
    {
        var (clock, released, _) = Make(any);
        return clock.DeadlineOf(released) > released && clock.DeadlineOf(released) <= clock.DeadlineOf(released.AddMinutes(37)) && clock.IsWorkingDay(clock.CountsFor(released));
    }));

    [Theory]
    [InlineData("2026-11-18T14:59:00+01:00", "2026-11-19T15:00:00+01:00")]
    [InlineData("2026-11-18T15:00:00+01:00", "2026-11-19T15:00:00+01:00")]
    [InlineData("2026-11-18T15:00:01+01:00", "2026-11-20T15:00:00+01:00")]
    [InlineData("2026-11-20T09:00:00+01:00", "2026-11-23T15:00:00+01:00")]
    [InlineData("2026-11-21T09:00:00+01:00", "2026-11-24T15:00:00+01:00")]
    [InlineData("2026-12-24T09:00:00+01:00", "2026-12-28T15:00:00+01:00")]
    [InlineData("2026-10-23T09:00:00+02:00", "2026-10-26T15:00:00+01:00")]
    [InlineData("2027-03-26T09:00:00+01:00", "2027-03-30T15:00:00+02:00")]
    public void ReleaseAtVenlo_WithTwentyFourHours_IsDueOnTheNextWorkingDay(string released, string expected)
    {
        var clock = new ServiceClock(Amsterdam, new TimeOnly(15, 0), 24, new HashSet<DateOnly> { new(2026, 12, 25), new(2026, 12, 26), new(2027, 3, 29) });

        Assert.Equal(At(expected), clock.DeadlineOf(At(released)));
    }

    [Fact]
    public void DeadlineInAnHourThatIsSkipped_Reckoned_IsPutForward()
    {
        // in Cairo the clocks went from 00:00 to 01:00 on Friday, 2026-04-24
        var cairo = TimeZoneInfo.FindSystemTimeZoneById("Africa/Cairo");
        var clock = new ServiceClock(cairo, new TimeOnly(0, 30), 24, new HashSet<DateOnly>());

        Assert.Equal(At("2026-04-24T01:30:00+03:00"), clock.DeadlineOf(At("2026-04-22T23:00:00+02:00")));
    }

    [Fact]
    public void ShipmentsAgainstTheDeadline_Compared_AreOnTimeLateOrStillToCome()
    {
        var (deadline, site) = (At("2026-11-19T15:00:00+01:00"), new Warehouse { Code = "VEN" });
        DispatchRow Row(int? leftMinutes, int nowMinutes) => new(new Shipment { ShippedAt = leftMinutes is { } left ? deadline.AddMinutes(left) : null }, site, deadline, deadline.AddMinutes(nowMinutes));

        Assert.Equal((true, false), (Row(0, 99).OnTime, Row(0, 99).Late));
        Assert.Equal((false, true, 1.5m), (Row(90, 999).OnTime, Row(90, 999).Late, Row(90, 999).HoursLate));
        Assert.Equal((false, true, 2m), (Row(null, 120).OnTime, Row(null, 120).Late, Row(null, 120).HoursLate));
        Assert.Equal((false, false, 0m), (Row(null, -1).OnTime, Row(null, -1).Late, Row(null, -1).HoursLate));
    }

    private static (ServiceClock Clock, DateTimeOffset Released, TimeZoneInfo Zone) Make((string Zone, int CutoffMinutes, int Hours, int[] Holidays, long Minutes) any)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(any.Zone);
        var holidays = any.Holidays.Select(offset => new DateOnly(2026, 1, 1).AddDays(offset)).ToHashSet();
        var released = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(any.Minutes);
        return (new ServiceClock(zone, new TimeOnly(any.CutoffMinutes / 60, any.CutoffMinutes % 60), any.Hours, holidays), released, zone);
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static bool Skipped(TimeZoneInfo zone, DateTime end) => zone.IsInvalidTime(end.AddMinutes(-60)) || zone.IsInvalidTime(end.AddMinutes(-30)) || zone.IsInvalidTime(end.AddMinutes(-1));
}
