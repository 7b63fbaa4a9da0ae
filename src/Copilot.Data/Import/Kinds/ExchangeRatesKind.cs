using Copilot.Core;

namespace Copilot.Data.Import;

/// <summary>Reference rates: units of the company's own currency for one unit of another.</summary>
internal sealed class ExchangeRatesKind : ImportKind
{
    private readonly Field _currency, _day, _rate;

    public ExchangeRatesKind()
    {
        _day = Day("day", "the day", "date; day; rate date; Datum; Kursdatum; Tag; jour; date du cours; koersdatum; datum", required: true);
        _currency = Add(new Field("currency", FieldType.Currency, "the currency", Headings.Currency + "; from currency; quote currency") { Required = true });
        _rate = Add(new Field("rate", FieldType.Number, "units of the company's own currency for one unit of it", "rate; exchange rate; fx rate; value; Kurs; Wechselkurs; Umrechnungskurs; taux; cours; taux de change; koers; wisselkoers") { Required = true, Least = 0.0000001m });
        Targets =
        [
            Target.Of<ExchangeRate>("rates").Key((nameof(ExchangeRate.Currency), _currency), (nameof(ExchangeRate.Day), _day)).Set(nameof(ExchangeRate.BasePerUnit), _rate),
        ];
    }

    public override string Name => "exchange_rates";

    public override IReadOnlyList<string> OtherNames => ["rates", "exchange_rate", "fx"];

    public override string What => "exchange rates, one currency and day a row";

    public override int Rank => 10;

    public override IReadOnlyList<Field> Identity => [_currency, _day];

    public override IReadOnlyList<Target> Targets { get; }
}
