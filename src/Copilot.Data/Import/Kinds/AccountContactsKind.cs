using Copilot.Core;

namespace Copilot.Data.Import;

/// <summary>People at the companies in the CRM.</summary>
internal sealed class AccountContactsKind : ImportKind
{
    private readonly Field _account, _name, _first, _last;

    public AccountContactsKind()
    {
        _account = Reference("account", ReferenceTarget.Account, "company in the CRM", "account; account name; company; company name; organization; Firma; Unternehmen; compte; société; bedrijf; relatie", required: true);
        _name = Text("name", "display name", "contact; contact name; full name; name; Ansprechpartner; Kontakt; contactpersoon; nom complet; naam");
        _first = Text("first_name", "first name, where the name stands in two columns", "first name; given name; Vorname; prénom; voornaam");
        _last = Text("last_name", "last name, where the name stands in two columns", "last name; surname; family name; Nachname; nom de famille; achternaam");
        var email = Text("email", "mail address", Headings.Email);
        var phone = Text("phone", "phone", Headings.Phone);
        var title = Text("title", "function", "title; job title; position; function; Funktion; Titel; fonction; poste; functie; functietitel");
        var optedOut = Flag("opted_out", "not to be written to", "opted out; email opt out; do not contact; unsubscribed; Werbesperre; ne pas contacter; désinscrit; niet benaderen; afgemeld");
        Targets =
        [
            Target.Of<AccountContact>("contacts").Key((nameof(AccountContact.AccountId), _account), (nameof(AccountContact.Name), _name))
                .Set(nameof(AccountContact.Email), email).Set(nameof(AccountContact.Phone), phone).Set(nameof(AccountContact.Title), title).Set(nameof(AccountContact.OptedOut), optedOut),
        ];
    }

    public override string Name => "account_contacts";

    public override IReadOnlyList<string> OtherNames => ["crm_contacts"];

    public override string What => "people at the companies in the CRM, one a row";

    public override string Feed => "crm";

    public override int Rank => 40;

    public override IReadOnlyList<Field> Identity => [_account, _name];

    public override IReadOnlyList<Target> Targets { get; }

    public override IReadOnlyList<Field> OneOf => [_name, _last];

    public override void Complete(RowDraft row, CompletionContext context)
    {
        if (!row.Has(_name) && row.Has(_last))
        {
            row.Set(_name, $"{row.Text(_first)} {row.Text(_last)}".Trim());
        }

        if (!row.Has(_name))
        {
            row.Fault(_name, "", "there is no name");
        }
    }
}
