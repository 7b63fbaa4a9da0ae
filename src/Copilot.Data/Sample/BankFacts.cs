namespace Copilot.Data.Sample;

/// <summary>
/// The company's bank accounts. None of them can exist: the bank code is "SAMP" or nothing but noughts, and the BICs end in the digit of test addresses;
/// the check digits are right.
/// </summary>
internal static class BankFacts
{
    public const string Holder = "Lumen & Linden";

    public static readonly IReadOnlyList<(string Currency, string Number, string Routing, string Bank, string Bic, bool Usual)> Accounts =
    [
        ("EUR", "NL20SAMP0000000101", "", "Sample Bank Amsterdam", "SAMPNL20", true),
        ("GBP", "GB61SAMP00000000000102", "", "Sample Bank London", "SAMPGB20", true),
        ("USD", "0000010105", "000000000", "Sample Bank New York", "SAMPUS30", true),
        ("CHF", "CH6800000000000000103", "", "Sample Bank Zürich", "SAMPCH20", true),
        ("PLN", "PL09000000000000000000000104", "", "Sample Bank Warszawa", "SAMPPL20", true),
    ];
}
