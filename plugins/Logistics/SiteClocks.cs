using Copilot.Core;
using Copilot.Plugins.Logistics.Rules;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Logistics;

/// <summary>The sites and their service-level clocks.</summary>
internal sealed class SiteClocks
{
    private readonly Dictionary<Id<Warehouse>, (Warehouse Site, ServiceClock Clock)> _sites;

    private SiteClocks(Dictionary<Id<Warehouse>, (Warehouse Site, ServiceClock Clock)> sites, IReadOnlyList<string> unknownZones) => (_sites, UnknownZones) = (sites, unknownZones);

    /// <summary>Sites whose zone this machine does not know; their clocks run in UTC, which is to be said.</summary>
    public IReadOnlyList<string> UnknownZones { get; }

    /// <summary>All sites.</summary>
    public IEnumerable<Warehouse> Sites => _sites.Values.Select(pair => pair.Site);

    /// <summary>Reads the sites and their holidays.</summary>
    public static async Task<SiteClocks> ReadAsync(FunctionContext context, CancellationToken cancellationToken)
    {
        var sites = await context.Read.ListAsync(context.Read.Warehouses.OrderBy(row => row.Code), cancellationToken);
        var holidays = await context.Read.ListAsync(context.Read.WarehouseHolidays, cancellationToken);
        return new SiteClocks(
            sites.ToDictionary(site => site.Id, site => (site, ServiceClock.Of(site, SiteZone.Find(site.TimeZone) ?? TimeZoneInfo.Utc, holidays))),
            [.. sites.Where(site => SiteZone.Find(site.TimeZone) is null).Select(site => $"{site.Code} ({site.TimeZone})")]);
    }

    /// <summary>A site and its clock.</summary>
    public (Warehouse Site, ServiceClock Clock) this[Id<Warehouse> id] => _sites[id];

    /// <summary>A shipment against the service level of its site.</summary>
    public DispatchRow Row(Shipment shipment, DateTimeOffset at) =>
        new(shipment, _sites[shipment.WarehouseId].Site, _sites[shipment.WarehouseId].Clock.DeadlineOf(shipment.ReleasedAt), at);

    /// <summary>Says which sites' zones are unknown.</summary>
    public void Warn(AnswerBuilder answer)
    {
        if (UnknownZones.Count > 0)
        {
            answer.Say($"The time zone of {Wording.List(UnknownZones)} is not known here; their times are reckoned in UTC. Give the site an IANA zone, as Europe/Amsterdam.", Tone.Warning);
        }
    }

    /// <summary>The instant asked about: now, or, while the business day is set to another day, the end of that day.</summary>
    public static DateTimeOffset Moment(TurnContext turn)
    {
        var days = DateOnly.FromDateTime(turn.Now.UtcDateTime).DayNumber - turn.Today.DayNumber;
        return Math.Abs(days) <= 1 ? turn.Now : new DateTimeOffset(turn.Today.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
    }
}
