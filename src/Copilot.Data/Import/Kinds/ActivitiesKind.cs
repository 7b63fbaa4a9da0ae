using Copilot.Core;

namespace Copilot.Data.Import;

/// <summary>Calls, meetings and mails in the CRM.</summary>
internal sealed class ActivitiesKind : ImportKind
{
    private readonly Field _opportunity, _account, _at, _kind, _subject;

    public ActivitiesKind()
    {
        _opportunity = Document("opportunity", ReferenceTarget.Opportunity, DocumentKind.Opportunity, "about which opportunity", "opportunity id; opportunity number; opportunity; deal id; deal; related to; Verkaufschance; Chancen-Nr; opportunité; affaire; opportunitynummer", required: false);
        _account = Reference("account", ReferenceTarget.Account, "with which account", "account; account name; company; Firma; Unternehmen; compte; société; bedrijf; relatie");
        _at = Add(new Field("at", FieldType.Instant, "when", "activity date; completed on; date; when; start; start time; Datum; Aktivitätsdatum; am; date d'activité; quand; datum; activiteitsdatum") { Required = true });
        _kind = Text("kind", "call, meeting, mail or note", "activity type; type; kind; Art; Aktivitätsart; Typ; type d'activité; soort; activiteitstype");
        _subject = Text("subject", "what about", "subject; description; title; comment; Betreff; Beschreibung; Thema; objet; sujet; onderwerp; omschrijving", longest: 1000);
        var by = Reference("by", ReferenceTarget.Person, "who", Headings.Owner + "; assigned to; created by; user; Benutzer; erstellt von; par; utilisateur; door; gebruiker");
        Targets =
        [
            Target.Of<Activity>("activities")
                .Key((nameof(Activity.OpportunityId), LookupSource.By<Opportunity>(nameof(Opportunity.Number), _opportunity)), (nameof(Activity.AccountId), _account), (nameof(Activity.At), _at), (nameof(Activity.Subject), _subject))
                .Set(nameof(Activity.Kind), _kind).Set(nameof(Activity.ById), by),
        ];
    }

    public override string Name => "activities";

    public override IReadOnlyList<string> OtherNames => ["activity", "calls", "meetings"];

    public override string What => "CRM activities, one a row";

    public override string Feed => "crm";

    public override int Rank => 60;

    public override IReadOnlyList<Field> Identity => [_opportunity, _account, _at, _subject];

    public override IReadOnlyList<Target> Targets { get; }

    public override IReadOnlyList<Field> OneOf => [_opportunity, _account];

    public override void Complete(RowDraft row, CompletionContext context)
    {
        row.Set(_subject, row.Text(_subject) ?? row.Text(_kind) ?? "note");
        row.Set(_kind, Folding.Fold(row.Text(_kind) ?? "note"));
        if (!row.Has(_opportunity) && !row.Has(_account))
        {
            row.Fault(_opportunity, "", "there is neither an opportunity nor an account");
        }
    }
}
