using Copilot.Core;

namespace Copilot.Data.Import;

/// <summary>Companies in the CRM. A parent that comes later in the file, or not at all, is made.</summary>
internal sealed class AccountsKind : ImportKind
{
    private readonly Field _name, _folded, _parent;

    public AccountsKind()
    {
        _name = Text("name", "its name", "account; account name; company; company name; name; organization; organisation; organization name; Firma; Firmenname; Unternehmen; compte; nom du compte; société; raison sociale; bedrijf; bedrijfsnaam; relatie; naam", required: true);
        _folded = Computed("name_folded", FieldType.Text, _name);
        var customer = Reference("customer", ReferenceTarget.Customer, "the customer it has become", "customer number; customer id; customer code; erp number; Kundennummer; Debitorennummer; code client; numéro client; klantnummer; debiteurnummer");
        var owner = Reference("owner", ReferenceTarget.Person, "sales representative", Headings.Owner);
        _parent = Reference("parent", ReferenceTarget.Account, "the company it belongs to", "parent; parent account; parent company; subsidiary of; ultimate parent; belongs to; Muttergesellschaft; übergeordneter Account; Konzern; société mère; maison mère; compte parent; moederbedrijf; onderdeel van");
        var country = Text("country", "country as kept in the CRM", Headings.Country + "; billing country");
        var region = Text("region", "sales region", Headings.Region);
        var sector = Text("sector", "trade", "sector; industry; branch; vertical; Branche; Industrie; Sektor; secteur; secteur d'activité; industrie; bedrijfstak; branche");
        var postcode = Key("postcode", "post code", "postcode; post code; postal code; zip; zip code; billing zip; PLZ; Postleitzahl; code postal; postcode nl", required: false);
        var phone = Text("phone", "phone", Headings.Phone);
        var website = Text("website", "website", "website; web site; url; homepage; domain; Webseite; Internet; site web; site internet; webadres");
        var optedOut = Flag("opted_out", "not to be written to", "opted out; opt out; do not contact; do not mail; unsubscribed; kein Kontakt; Werbesperre; ne pas contacter; désinscrit; niet benaderen; afgemeld");
        Targets =
        [
            Target.Of<Account>("accounts").Key((nameof(Account.NameFolded), _folded))
                .Set(nameof(Account.Name), _name).Set(nameof(Account.CustomerId), customer).Set(nameof(Account.OwnerId), owner).Set(nameof(Account.ParentId), _parent)
                .Set(nameof(Account.Country), country).Set(nameof(Account.Region), region).Set(nameof(Account.Sector), sector).Set(nameof(Account.Postcode), postcode)
                .Set(nameof(Account.Phone), phone).Set(nameof(Account.Website), website).Set(nameof(Account.OptedOut), optedOut),
        ];
    }

    public override string Name => "accounts";

    public override IReadOnlyList<string> OtherNames => ["account", "companies"];

    public override string What => "companies in the CRM, one a row";

    public override string Feed => "crm";

    public override int Rank => 30;

    public override IReadOnlyList<Field> Identity => [_folded];

    public override IReadOnlyList<Target> Targets { get; }

    public override void Complete(RowDraft row, CompletionContext context) => row.Fold(_name, _folded);
}
