using Copilot.Core;

namespace Copilot.Data.Import;

/// <summary>Sites of logistics partners.</summary>
internal sealed class WarehousesKind : ImportKind
{
    private readonly Field _code, _name, _zone;

    public WarehousesKind()
    {
        _code = Key("code", "its code", Headings.Warehouse + "; code; id; number");
        _name = Text("name", "name of the place", "warehouse name; site name; name; Lagername; Standortname; nom; nom entrepôt; naam; magazijnnaam");
        var partner = Text("partner", "the partner that runs it", "partner; operator; 3pl; logistics partner; Dienstleister; Betreiber; Logistikpartner; prestataire; exploitant; logistiek partner");
        var country = Add(new Field("country", FieldType.Country, "country", Headings.Country));
        _zone = Text("time_zone", "IANA zone of the site's clock", "time zone; timezone; Zeitzone; fuseau horaire; tijdzone");
        var hours = Whole("ship_within_hours", "hours of working days from the cut-off to dispatch", "ship within hours; service level hours; sla hours; Lieferfrist Stunden; délai d'expédition heures; verzendtijd uren", least: 1);
        Targets =
        [
            Target.Of<Warehouse>("warehouses").Key((nameof(Warehouse.Code), _code))
                .Set(nameof(Warehouse.Name), _name).Set(nameof(Warehouse.Partner), partner).Set(nameof(Warehouse.Country), country).Set(nameof(Warehouse.TimeZone), _zone)
                .Default(nameof(Warehouse.TimeZone), "UTC").Default(nameof(Warehouse.Cutoff), new TimeOnly(14, 0))
                .Set(nameof(Warehouse.ShipWithinHours), hours).Default(nameof(Warehouse.ShipWithinHours), 24),
        ];
    }

    public override string Name => "warehouses";

    public override IReadOnlyList<string> OtherNames => ["warehouse", "sites"];

    public override string What => "warehouses, one a row";

    public override int Rank => 10;

    public override IReadOnlyList<Field> Identity => [_code];

    public override IReadOnlyList<Target> Targets { get; }

    public override void Complete(RowDraft row, CompletionContext context)
    {
        row.FillFrom(_name, _code);
        if (row.Text(_zone) is { } zone && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
        {
            row.Fault(_zone, zone, "this is no time zone: write it as Europe/Berlin");
        }
    }
}
