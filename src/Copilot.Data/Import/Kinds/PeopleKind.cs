using Copilot.Core;

namespace Copilot.Data.Import;

/// <summary>The staff. The short name is made from the name where none is given: "Anna Snelling" → anna.snelling.</summary>
internal sealed class PeopleKind : ImportKind
{
    private readonly Field _key, _name, _first, _last, _folded, _role, _manager;

    public PeopleKind()
    {
        _key = Key("key", "short name", "user name; username; login; short name; user id; employee id; Kürzel; Benutzername; Anmeldename; Personalnummer; identifiant; nom d'utilisateur; matricule; gebruikersnaam; personeelsnummer | id; code", required: false);
        _name = Text("name", "display name", "name; full name; employee; employee name; sales agent; sales rep; agent; rep; person; Mitarbeiter; Mitarbeitername; Vertriebsmitarbeiter; collaborateur; employé; nom complet; medewerker; naam; naam medewerker");
        _first = Text("first_name", "first name, where the name stands in two columns", "first name; given name; Vorname; prénom; voornaam");
        _last = Text("last_name", "last name, where the name stands in two columns", "last name; surname; family name; Nachname; Familienname; nom de famille; achternaam");
        _folded = Computed("name_folded", FieldType.Text, _name, _first, _last);
        var email = Text("email", "mail address", Headings.Email);
        _role = Text("role", "role: sales_rep, collector, order_desk, logistics, controller, chargeback_analyst, sales_ops_manager, director, administrator, auditor", "role; user role; job role; Rolle; rôle; rol");
        var region = Text("region", "sales region that is theirs", Headings.Region);
        _manager = Reference("manager", ReferenceTarget.Person, "their manager", "manager; reports to; supervisor; line manager; team lead; boss; Vorgesetzter; Vorgesetzte; Leiter; supérieur; responsable hiérarchique; chef; leidinggevende");
        var zone = Text("time_zone", "IANA time zone", "time zone; timezone; Zeitzone; fuseau horaire; tijdzone");
        var active = Flag("active", "false once they have left", Headings.Active);
        Targets =
        [
            Target.Of<Person>("people").Key((nameof(Person.Key), _key))
                .Set(nameof(Person.Name), _name).Set(nameof(Person.NameFolded), _folded).Set(nameof(Person.Email), email).Set(nameof(Person.Region), region)
                .Set(nameof(Person.ReportsToId), _manager).Set(nameof(Person.TimeZone), zone).Default(nameof(Person.TimeZone), "UTC")
                .Set(nameof(Person.Active), active).Default(nameof(Person.Active), true),
            Target.Of<PersonRole>("roles").When(_role)
                .Key((nameof(PersonRole.PersonId), LookupSource.By<Person>(nameof(Person.Key), _key)), (nameof(PersonRole.Role), _role)),
        ];
    }

    public override string Name => "people";

    public override IReadOnlyList<string> OtherNames => ["person", "staff", "employees", "sales_teams", "users"];

    public override string What => "the staff, one a row";

    public override int Rank => 10;

    public override IReadOnlyList<Field> Identity => [_key];

    public override IReadOnlyList<Target> Targets { get; }

    public override IReadOnlyList<Field> OneOf => [_name, _last];

    public override void Complete(RowDraft row, CompletionContext context)
    {
        if (!row.Has(_name) && row.Has(_last))
        {
            row.Set(_name, $"{row.Text(_first)} {row.Text(_last)}".Trim());
        }

        if (row.Text(_name) is not { } name)
        {
            row.Fault(_name, "", "there is no name");
            return;
        }

        if (!row.Has(_key))
        {
            row.Set(_key, PersonKeys.From(name));
        }

        row.Fold(_name, _folded);
        if (row.Text(_role) is { } role)
        {
            row.Set(_role, Folding.Fold(role).Replace(' ', '_').Replace('-', '_'));
        }
    }
}
