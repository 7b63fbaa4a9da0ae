using System.Text.RegularExpressions;
using Copilot.Core;

namespace Copilot.Data.Import;

/// <summary>The company's own bank accounts: what letters name to customers as the place to pay to.</summary>
internal sealed partial class BankAccountsKind : ImportKind
{
    private readonly Field _currency, _iban, _number, _routing, _bic;

    public BankAccountsKind()
    {
        _currency = Add(new Field("currency", FieldType.Currency, "the currency in which it is paid to", Headings.Currency + "; account currency; Kontowährung; devise du compte; valuta rekening") { Required = true });
        _iban = Text("iban", "IBAN, with or without spaces", "iban; iban number; iban no; IBAN-Nummer; numéro iban; iban nummer");
        _number = Key("number", "account number, where there is no IBAN", "bank account number; account number; account no; bank account; Kontonummer; Konto-Nr; Kontonr; Bankkonto; numéro de compte; n° de compte; compte bancaire; bankrekening; rekeningnummer", required: false);
        _routing = Key("routing_code", "what leads to the bank beside an account number, as a sort code or a routing number", "routing code; routing number; aba; aba number; aba routing number; sort code; bank code; clearing number; bsb; Bankleitzahl; BLZ; Clearingnummer; code banque; code guichet; bankcode", required: false);
        _bic = Text("bic", "the bank's BIC", "bic; swift; swift code; bic code; bic swift; swift bic; SWIFT-Code; BIC-Code; code bic; code swift; bic-code", longest: 20);
        var holder = Text("holder", "in whose name it stands", "holder; account holder; account name; beneficiary; Kontoinhaber; Inhaber; Begünstigter; titulaire; titulaire du compte; bénéficiaire; rekeninghouder; tenaamstelling; begunstigde", required: true);
        var bank = Text("bank", "the bank's name", "bank; bank name; name of bank; Bankname; Kreditinstitut; Geldinstitut; banque; nom de la banque; domiciliation; banknaam; naam bank", required: true);
        var usual = Flag("usual", "whether letters name it, where a currency has several", "usual; default; default account; main account; preferred; Standard; Standardkonto; Hauptkonto; par défaut; compte principal; standaard; standaardrekening; hoofdrekening");
        Targets =
        [
            Target.Of<BankAccount>("bank accounts").Key((nameof(BankAccount.Currency), _currency), (nameof(BankAccount.Number), _number))
                .Set(nameof(BankAccount.RoutingCode), _routing).Set(nameof(BankAccount.Holder), holder).Set(nameof(BankAccount.Bank), bank).Set(nameof(BankAccount.Bic), _bic)
                .Set(nameof(BankAccount.Usual), usual),
        ];
    }

    public override string Name => "bank_accounts";

    public override IReadOnlyList<string> OtherNames => ["bank_account", "own_accounts", "banks"];

    public override string What => "the company's own bank accounts, one account and currency a row";

    public override int Rank => 10;

    public override IReadOnlyList<Field> Identity => [_currency, _number];

    public override IReadOnlyList<Target> Targets { get; }

    public override IReadOnlyList<Field> OneOf => [_iban, _number];

    public override void Complete(RowDraft row, CompletionContext context)
    {
        Account(row);
        if (row.Text(_bic) is { } text)
        {
            var bic = text.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
            row.Set(_bic, bic);
            if (!Bic().IsMatch(bic))
            {
                row.Fault(_bic, text, "is no BIC: those have eight or eleven letters and digits, as ABNANL2A");
            }
        }
    }

    // an IBAN may stand in the column of account numbers; what looks like one is one, or is refused
    private void Account(RowDraft row)
    {
        var field = row.Has(_iban) ? _iban : _number;
        if (row.Text(field) is not { } text)
        {
            row.Fault(_iban, "", "there is neither an IBAN nor an account number");
            return;
        }

        var compact = text.Replace(" ", "", StringComparison.Ordinal);
        if (field == _iban || Iban.Looks(compact))
        {
            var (number, wrong) = Iban.Read(text);
            row.Set(_number, number);
            row.Set(_routing, null as string);
            if (wrong is not null)
            {
                row.Fault(field, text, wrong);
            }
        }
        else if (!row.Has(_routing))
        {
            row.Fault(_routing, "", "an account number without an IBAN needs what leads to its bank, as a sort code or a routing number");
        }
    }

    [GeneratedRegex("^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Bic();
}
