using Copilot.Core;

namespace Copilot.Data.Import;

/// <summary>Opportunities, one a row. Accounts and people that are not known are made, with a warning.</summary>
internal sealed class OpportunitiesKind : ImportKind
{
    private readonly Field _number, _title, _titleMade, _account, _product, _stage, _created, _close, _closed, _closedGiven;

    public OpportunitiesKind()
    {
        _number = Key("number", "opportunity number", "opportunity id; opportunity number; opportunity no; deal id; deal number; opp id; Opportunity-Nr; Verkaufschance-Nr; Chancen-Nr; Geschäftsnummer; identifiant opportunité; numéro opportunité; n° affaire; opportunitynummer; dealnummer | id; number; record id", numbering: DocumentKind.Opportunity);
        _title = Text("title", "what it is about", "opportunity name; opportunity title; deal name; title; subject; topic; name; Titel; Bezeichnung; Verkaufschance; Thema; titre; nom de l'opportunité; intitulé; affaire; titel; onderwerp; omschrijving");
        _account = Reference("account", ReferenceTarget.Account, "company in the CRM", "account; account name; company; company name; customer; customer name; client; organization; organisation; Firma; Unternehmen; Kunde; compte; société; client name; nom du compte; bedrijf; relatie; klant; bedrijfsnaam");
        var owner = Reference("owner", ReferenceTarget.Person, "whose it is", Headings.Owner);
        _product = Text("product", "product or product line", Headings.ProductName + "; product line; product family; Produktlinie; gamme; productlijn");
        _stage = Choice<Stage>("stage", "where it stands", "stage; deal stage; sales stage; opportunity stage; status; pipeline stage; phase; Phase; Verkaufsphase; Vertriebsphase; Stufe; étape; étape de vente; stade; statut; fase; verkoopfase", required: true);
        var currency = Currency();
        var amount = Money("amount", "value; empty when not known", "amount; value; deal value; close value; opportunity amount; opportunity value; expected revenue; estimated value; deal amount; Betrag; Wert; Auftragswert; erwarteter Umsatz; Volumen; montant; valeur; chiffre d'affaires attendu; bedrag; waarde; verwachte omzet");
        _created = Day("created_on", "when it was begun", "created; created on; created date; create date; creation date; engage date; start date; opened on; date opened; open date; Erstellt am; Erstellungsdatum; angelegt am; Beginn; date de création; créé le; date d'ouverture; aangemaakt op; aanmaakdatum; startdatum");
        _close = Day("close_on", "day on which it is expected to close, or closed", "close date; closing date; expected close; expected close date; estimated close date; Abschlussdatum; voraussichtlicher Abschluss; erwarteter Abschluss; date de clôture; clôture prévue; date de signature; sluitdatum; verwachte sluitdatum; afsluitdatum");
        _closedGiven = Day("closed_on", "day on which it was won or lost", "closed on; closed date; actual close date; won date; date closed; tatsächliches Abschlussdatum; gewonnen am; date de clôture réelle; werkelijke sluitdatum; gesloten op");
        var next = Text("next_step", "next step", "next step; next action; next activity; nächster Schritt; nächste Aktion; prochaine étape; prochaine action; volgende stap; volgende actie", longest: 500);
        var nextOn = Day("next_step_on", "its day", "next step date; next action date; follow up date; nächster Schritt am; Wiedervorlage; date prochaine étape; relance; datum volgende stap");
        var pushes = Whole("close_pushes", "how often the close date was put off", "close date pushes; push count; pushes; times pushed; Verschiebungen; reports; aantal keer verschoven");
        var partner = Text("partner", "partner that runs it", "partner; reseller; channel partner; Vertriebspartner; partenaire; revendeur; wederverkoper");
        _titleMade = Computed("title_made", FieldType.Text, []);
        _closed = Computed("closed_made", FieldType.Day, _closedGiven, _stage, _close);
        CurrencyOf = currency;
        Targets =
        [
            Target.Of<Opportunity>("opportunities").Key((nameof(Opportunity.Number), _number))
                .Set(nameof(Opportunity.Title), _title).Default(nameof(Opportunity.Title), _titleMade).Set(nameof(Opportunity.AccountId), _account)
                .Set(nameof(Opportunity.OwnerId), owner).Set(nameof(Opportunity.ProductLine), _product).Set(nameof(Opportunity.Stage), _stage)
                .Set(nameof(Opportunity.Currency), currency).Set(nameof(Opportunity.AmountMinor), amount).Set(nameof(Opportunity.CreatedOn), _created)
                .Set(nameof(Opportunity.CloseOn), _close).Set(nameof(Opportunity.ClosedOn), _closed).Set(nameof(Opportunity.NextStep), next)
                .Set(nameof(Opportunity.NextStepOn), nextOn).Set(nameof(Opportunity.ClosePushes), pushes).Set(nameof(Opportunity.Partner), partner),
        ];
        SpelledLike = new Dictionary<Field, ReferenceTarget> { [_product] = ReferenceTarget.Product };
    }

    public override string Name => "opportunities";

    public override IReadOnlyList<string> OtherNames => ["opportunity", "deals", "deal", "pipeline", "sales_pipeline"];

    public override string What => "opportunities, one a row";

    public override string Feed => "crm";

    public override int Rank => 50;

    public override IReadOnlyList<Field> Identity => [_number];

    public override IReadOnlyList<Target> Targets { get; }

    public override Field? CurrencyOf { get; }

    public override IReadOnlyDictionary<Field, ReferenceTarget> SpelledLike { get; }

    public override void Complete(RowDraft row, CompletionContext context)
    {
        var stage = row.Choice<Stage>(_stage);
        var ended = stage is Stage.Won or Stage.Lost;
        row.Set(_closed, ended ? row.Day(_closedGiven) ?? row.Day(_close) : null);
        row.Set(_titleMade, row.Text(_product) ?? row.Text(_number));
        if (ended && !row.Has(_closed))
        {
            row.Warn("won or lost without a close date", row.Text(_number) ?? "");
        }

        if (!ended && row.Day(_closedGiven) is { } given)
        {
            row.Warn("closed, yet the stage is an open one", $"{given:yyyy-MM-dd}");
        }

        if (row.Fed(_account) && !row.Has(_account))
        {
            row.Warn("without an account", row.Text(_number) ?? "");
        }

        row.WarnIfBefore(_close, _created, "closes before it was begun");
    }
}
