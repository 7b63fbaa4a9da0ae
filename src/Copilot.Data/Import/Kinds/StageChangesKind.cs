using Copilot.Core;

namespace Copilot.Data.Import;

/// <summary>The stage history of known opportunities.</summary>
internal sealed class StageChangesKind : ImportKind
{
    private readonly Field _opportunity, _to, _on;

    public StageChangesKind()
    {
        _opportunity = Document("opportunity", ReferenceTarget.Opportunity, DocumentKind.Opportunity, "the opportunity", "opportunity id; opportunity number; opportunity; deal id; deal; Verkaufschance; Chancen-Nr; opportunité; affaire; opportunitynummer", required: true);
        var from = Choice<Stage>("from", "stage before", "from stage; old stage; previous stage; old value; from; von Phase; alte Phase; ancienne étape; de; oude fase; van");
        _to = Choice<Stage>("to", "stage after", "to stage; new stage; stage; new value; to; nach Phase; neue Phase; nouvelle étape; vers; nieuwe fase; naar", required: true);
        _on = Day("changed_on", "when", "changed on; change date; stage date; edit date; date; last modified; geändert am; Änderungsdatum; Datum; modifié le; date de changement; gewijzigd op; wijzigingsdatum; datum", required: true);
        var by = Reference("by", ReferenceTarget.Person, "by whom", "changed by; edited by; modified by; user; geändert von; modifié par; gewijzigd door");
        Targets =
        [
            Target.Of<StageChange>("stage changes")
                .Key((nameof(StageChange.OpportunityId), LookupSource.By<Opportunity>(nameof(Opportunity.Number), _opportunity)), (nameof(StageChange.To), _to), (nameof(StageChange.ChangedOn), _on))
                .Set(nameof(StageChange.From), from).Set(nameof(StageChange.ById), by),
        ];
    }

    public override string Name => "stage_changes";

    public override IReadOnlyList<string> OtherNames => ["stage_history"];

    public override string What => "stage changes of opportunities, one a row";

    public override string Feed => "crm";

    public override int Rank => 60;

    public override IReadOnlyList<Field> Identity => [_opportunity, _to, _on];

    public override IReadOnlyList<Target> Targets { get; }
}
