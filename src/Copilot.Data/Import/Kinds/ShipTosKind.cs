using Copilot.Core;

namespace Copilot.Data.Import;

/// <summary>Addresses to which customers have goods sent.</summary>
internal sealed class ShipTosKind : ImportKind
{
    private readonly Field _customer, _code, _name;

    public ShipTosKind()
    {
        _customer = Reference("customer", ReferenceTarget.Customer, "customer number or name", Headings.Customer, required: true);
        var customerName = Text("customer_name", "the customer's name", Headings.CustomerName);
        _code = Key("code", "number of the address within the customer", "ship to code; ship to number; ship to; address code; store number; delivery address number; Warenempfänger; Lieferadresse Nr; Lieferadressnummer; Filialnummer; code adresse; code livraison; adres code; afleveradres nr; filiaalnummer | code; number; id");
        _name = Text("name", "name of the place", "ship to name; address name; store name; site name; name; Lieferadresse; Filiale; nom du site; nom livraison; adresnaam; filiaalnaam; naam");
        var street = Text("street", "street and number", "street; address; address line 1; address 1; Straße; Strasse; Adresse; rue; adresse ligne 1; straat; adres");
        var postcode = Key("postcode", "post code", "postcode; post code; postal code; zip; zip code; PLZ; Postleitzahl; code postal", required: false);
        var city = Text("city", "city", "city; town; Ort; Stadt; ville; plaats; woonplaats; stad");
        var country = Add(new Field("country", FieldType.Country, "country", Headings.Country));
        var active = Flag("active", "false once closed", Headings.Active);
        CompanionsOf = new Dictionary<Field, Companions> { [_customer] = new(customerName, country) };
        Targets =
        [
            Target.Of<ShipTo>("addresses").Key((nameof(ShipTo.CustomerId), _customer), (nameof(ShipTo.Code), _code))
                .Set(nameof(ShipTo.Name), _name).Set(nameof(ShipTo.Street), street).Set(nameof(ShipTo.Postcode), postcode).Set(nameof(ShipTo.City), city)
                .Set(nameof(ShipTo.Country), country).Set(nameof(ShipTo.Active), active).Default(nameof(ShipTo.Active), true),
        ];
    }

    public override string Name => "ship_tos";

    public override IReadOnlyList<string> OtherNames => ["ship_to", "addresses", "delivery_addresses"];

    public override string What => "delivery addresses, one a row";

    public override int Rank => 30;

    public override IReadOnlyList<Field> Identity => [_customer, _code];

    public override IReadOnlyList<Target> Targets { get; }

    public override IReadOnlyDictionary<Field, Companions> CompanionsOf { get; }

    public override void Complete(RowDraft row, CompletionContext context) => row.FillFrom(_name, _code);
}
