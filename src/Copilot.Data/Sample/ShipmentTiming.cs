using Copilot.Core;

namespace Copilot.Data.Sample;

/// <summary>When a shipment is released to the site, leaves, and arrives.</summary>
internal sealed record ShipmentTiming(DateOnly Released, DateOnly ShipDay, DateOnly Delivered, bool LateAtSite)
{
    // a little under the overall figure, since the bad month brings its own
    private const double UsualLateShare = 0.112;
    private const double BadMonthLateShare = 0.72;
    private const double ShareOfSites = 0.6;

    /// <summary>A past shipment that was promised for a day, with the punctuality of <see cref="Shapes"/>.</summary>
    public static ShipmentTiming Draw(SampleWorld world, Warehouse site, int transitDays, DateOnly promised, bool badMonth, bool punctual, Dice dice)
    {
        var siteDays = world.SiteDays(site.Id);
        var planned = siteDays.Add(promised, -transitDays);
        var lateShare = badMonth ? BadMonthLateShare : UsualLateShare;
        var luck = punctual ? 1 : dice.Unit();
        var days = Math.Max(1, (int)Math.Round(dice.FromQuantiles(Shapes.LateDeliveryDays)));
        var atSite = badMonth || dice.Chance(ShareOfSites);
        if (luck < lateShare && promised < world.Yesterday)
        {
            var delivered = Workdays.Earlier(promised.AddDays(days).WorkdayFrom(), world.Yesterday);
            var left = atSite ? siteDays.Add(delivered, -transitDays) : planned;
            return new ShipmentTiming(Release(world, site, planned), left, delivered, atSite && left > planned);
        }

        if (luck < lateShare + (Shapes.EarlyDeliveryShare * (badMonth ? 0.2 : 1)))
        {
            var delivered = promised.AddDays(-dice.Between(1, 4)).WorkdayUntil();
            var left = siteDays.Add(delivered, -transitDays);
            return new ShipmentTiming(Release(world, site, left), left, delivered, LateAtSite: false);
        }

        return new ShipmentTiming(Release(world, site, planned), planned, promised, LateAtSite: false);
    }

    /// <summary>The day on which the site gets the order, so that the planned day lies within its service level.</summary>
    public static DateOnly Release(SampleWorld world, Warehouse site, DateOnly shipDay) => world.SiteDays(site.Id).Add(shipDay, -(site.ShipWithinHours / 24));
}
