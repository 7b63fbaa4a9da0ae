using Copilot.Core;

namespace Copilot.Data.Import;

/// <summary>People at customers: to whom reminders go.</summary>
internal sealed class ContactsKind : ImportKind
{
    private readonly Field _customer, _name, _first, _last, _email;

    public ContactsKind()
    {
        _customer = Reference("customer", ReferenceTarget.Customer, "customer number or name", Headings.Customer, required: true);
        var customerName = Text("customer_name", "the customer's name", Headings.CustomerName);
        _name = Text("name", "display name", "contact; contact name; full name; name; Ansprechpartner; Kontakt; contactpersoon; nom complet; nom du contact; naam");
        _first = Text("first_name", "first name, where the name stands in two columns", "first name; given name; Vorname; prénom; voornaam");
        _last = Text("last_name", "last name, where the name stands in two columns", "last name; surname; family name; Nachname; nom de famille; achternaam");
        _email = Add(new Field("email", FieldType.Text, "mail address", Headings.Email) { Required = true });
        var phone = Text("phone", "phone", Headings.Phone);
        var function = Choice<ContactFunction>("function", "what they do there: accounts_payable, buyer, logistics, management", "function; contact type; department; role; Funktion; Abteilung; fonction; service; functie; afdeling");
        var language = Choice<Language>("language", "language they write in", "language; Sprache; langue; taal");
        CompanionsOf = new Dictionary<Field, Companions> { [_customer] = new(customerName) };
        Targets =
        [
            Target.Of<Contact>("contacts").Key((nameof(Contact.CustomerId), _customer), (nameof(Contact.Email), _email))
                .Set(nameof(Contact.Name), _name).Set(nameof(Contact.Phone), phone).Set(nameof(Contact.Function), function).Set(nameof(Contact.Language), language),
        ];
    }

    public override string Name => "contacts";

    public override IReadOnlyList<string> OtherNames => ["contact", "customer_contacts"];

    public override string What => "people at customers, one a row";

    public override int Rank => 30;

    public override IReadOnlyList<Field> Identity => [_customer, _email];

    public override IReadOnlyList<Target> Targets { get; }

    public override IReadOnlyDictionary<Field, Companions> CompanionsOf { get; }

    public override void Complete(RowDraft row, CompletionContext context)
    {
        if (!row.Has(_name) && row.Has(_last))
        {
            row.Set(_name, $"{row.Text(_first)} {row.Text(_last)}".Trim());
        }

        row.FillFrom(_name, _email);
        if (row.Text(_email) is { } email && (email.IndexOf('@', StringComparison.Ordinal) < 1 || email.Contains(' ', StringComparison.Ordinal)))
        {
            row.Fault(_email, email, "this is no mail address");
        }
    }
}
