using Copilot.Core;

namespace Copilot.Data.Import;

/// <summary>Customers with their trade terms; a credit limit beside them begins a line of its own.</summary>
internal sealed class CustomersKind : ImportKind
{
    private const int MostInterest = 100;

    private readonly Field _code, _name, _folded, _interest, _limit, _limitFrom;

    public CustomersKind()
    {
        _code = Key("code", "customer number; the name where there is none", Headings.Customer + "; number; code; Nummer; numéro; nummer; id", required: false);
        _name = Text("name", "display name", Headings.CustomerName + "; name; nom; naam");
        _folded = Computed("name_folded", FieldType.Text, _name);
        var country = Add(new Field("country", FieldType.Country, "country", Headings.Country));
        var region = Text("region", "sales region", Headings.Region);
        var language = Choice<Language>("language", "language of letters", "language; correspondence language; Sprache; Korrespondenzsprache; langue; taal");
        var currency = Currency();
        var channel = Choice<Channel>("channel", "wholesale or ecom", "channel; sales channel; distribution channel; Vertriebsweg; Kanal; canal; canal de vente; kanaal; verkoopkanaal");
        var owner = Reference("owner", ReferenceTarget.Person, "sales representative", Headings.Owner);
        var collector = Reference("collector", ReferenceTarget.Person, "collector", "collector; credit controller; credit manager; Sachbearbeiter Mahnwesen; Mahnsachbearbeiter; chargé de recouvrement; recouvrement; debiteurenbeheerder");
        var terms = Whole("payment_terms_days", "days from invoice to due date", "payment terms days; payment terms; terms days; net days; terms; Zahlungsziel; Zahlungsbedingung; Zahlungsfrist; Zahlungsziel Tage; délai de paiement; conditions de paiement; échéance jours; betaaltermijn; betalingstermijn; betaalconditie");
        var discountDays = Whole("discount_days", "days for the early-payment discount", "discount days; cash discount days; Skontotage; jours d'escompte; kortingsdagen");
        var discount = Add(new Field("discount_percent", FieldType.Number, "early-payment discount in percent", "discount percent; cash discount; Skonto; Skonto %; escompte; taux d'escompte; betalingskorting") { Least = 0 });
        _interest = Add(new Field("late_interest_percent", FieldType.Number, "interest on late payment in percent a year, where the terms agree one", "late interest percent; late interest; late payment interest; interest on arrears; default interest; Verzugszins; Verzugszinsen; Verzugszinssatz; Verzugszinsen %; intérêts de retard; taux des intérêts de retard; pénalités de retard; vertragingsrente; rente bij te late betaling; rente te late betaling") { Least = 0 });
        var minimum = Money("minimum_order", "smallest order value", "minimum order; minimum order value; Mindestbestellwert; Mindestauftragswert; minimum de commande; minimale bestelwaarde");
        var shelf = Whole("minimum_shelf_life_days", "remaining shelf life on delivery", "minimum shelf life; minimum shelf life days; Mindestrestlaufzeit; Restlaufzeit; durée de vie minimale; minimale houdbaarheid");
        var edi = Flag("edi", "exchanges EDI messages", "edi; edi partner; EDI-Partner; edi-partner actief");
        var active = Flag("active", "false once closed", Headings.Active);
        _limit = Money("credit_limit", "credit limit", "credit limit; limit; Kreditlimit; Kreditlinie; limite de crédit; plafond de crédit; encours autorisé; kredietlimiet");
        _limitFrom = Day("limit_from", "first day of the credit limit; 1 January 2000 where it is not given", "credit limit from; limit valid from; Kreditlimit ab; limite valable dès; kredietlimiet vanaf");
        CurrencyOf = currency;
        Targets =
        [
            Target.Of<Customer>("customers").Key((nameof(Customer.Code), _code))
                .Set(nameof(Customer.Name), _name).Set(nameof(Customer.NameFolded), _folded).Set(nameof(Customer.Country), country)
                .Set(nameof(Customer.Region), region).Set(nameof(Customer.Language), language).Set(nameof(Customer.Currency), currency)
                .Set(nameof(Customer.Channel), channel).Set(nameof(Customer.OwnerId), owner).Set(nameof(Customer.CollectorId), collector)
                .Set(nameof(Customer.PaymentTermsDays), terms).Set(nameof(Customer.DiscountDays), discountDays).Set(nameof(Customer.DiscountPercent), discount)
                .Set(nameof(Customer.LateInterestPercent), _interest)
                .Set(nameof(Customer.MinimumOrderMinor), minimum).Set(nameof(Customer.MinimumShelfLifeDays), shelf).Set(nameof(Customer.Edi), edi)
                .Set(nameof(Customer.Active), active).Default(nameof(Customer.Active), true).Default(nameof(Customer.PaymentTermsDays), 30),
            Target.Of<CreditLimit>("credit limits").When(_limit)
                .Key((nameof(CreditLimit.CustomerId), LookupSource.By<Customer>(nameof(Customer.Code), _code)), (nameof(CreditLimit.ValidFrom), _limitFrom))
                .Set(nameof(CreditLimit.LimitMinor), _limit).Set(nameof(CreditLimit.Currency), currency),
        ];
    }

    public override string Name => "customers";

    public override string What => "customers, one a row";

    public override int Rank => 20;

    public override IReadOnlyList<Field> Identity => [_code];

    public override IReadOnlyList<Target> Targets { get; }

    public override Field? CurrencyOf { get; }

    public override IReadOnlyList<Field> OneOf => [_code, _name];

    public override void Complete(RowDraft row, CompletionContext context)
    {
        row.FillFrom(_code, _name);
        row.FillFrom(_name, _code);
        row.Fold(_name, _folded);
        if (row.Decimal(_interest) is > MostInterest and var percent)
        {
            row.Fault(_interest, percent.ToString(System.Globalization.CultureInfo.InvariantCulture), $"is more than {MostInterest} percent a year: write 8 for eight percent");
        }

        if (row.Has(_limit) && !row.Has(_limitFrom))
        {
            row.Set(_limitFrom, PricesKind.Always);
        }
    }
}
