using Copilot.Core;

namespace Copilot.Data.Import;

/// <summary>Credit limits; the newest that has begun counts.</summary>
internal sealed class CreditLimitsKind : ImportKind
{
    private readonly Field _customer, _limit, _from;

    public CreditLimitsKind()
    {
        _customer = Reference("customer", ReferenceTarget.Customer, "customer number or name", Headings.Customer, required: true);
        var name = Text("customer_name", "the customer's name", Headings.CustomerName);
        _limit = Money("limit", "credit limit", "credit limit; limit; limit amount; credit line; Kreditlimit; Limit; Kreditlinie; limite de crédit; plafond; plafond de crédit; encours autorisé; kredietlimiet; limiet", required: true);
        CurrencyOf = Currency();
        _from = Day("valid_from", "first day; 1 January 2000 where it is not given", "valid from; from; effective from; effective date; gültig ab; ab; valable dès; date d'effet; geldig vanaf; vanaf; ingangsdatum");
        CompanionsOf = new Dictionary<Field, Companions> { [_customer] = new(name) };
        Targets =
        [
            Target.Of<CreditLimit>("credit limits").Key((nameof(CreditLimit.CustomerId), _customer), (nameof(CreditLimit.ValidFrom), _from))
                .Set(nameof(CreditLimit.LimitMinor), _limit).Set(nameof(CreditLimit.Currency), CurrencyOf),
        ];
    }

    public override string Name => "credit_limits";

    public override IReadOnlyList<string> OtherNames => ["credit_limit", "limits"];

    public override string What => "credit limits, one customer a row";

    public override string Feed => "receivables";

    public override int Rank => 30;

    public override IReadOnlyList<Field> Identity => [_customer, _from];

    public override IReadOnlyList<Target> Targets { get; }

    public override Field CurrencyOf { get; }

    public override IReadOnlyDictionary<Field, Companions> CompanionsOf { get; }

    public override void Complete(RowDraft row, CompletionContext context)
    {
        row.RefuseNegative(_limit, "a limit is not negative");
        if (!row.Has(_from))
        {
            row.Set(_from, PricesKind.Always);
        }
    }
}
