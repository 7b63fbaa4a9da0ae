using Copilot.Plugins.Receivables.Cash;

namespace Copilot.Tests.Receivables.Cash;

public sealed class RecognisingPayers
{
    private static readonly PayerNames Names = new(
        [new(1, "Parfumerie Lavigne"), new(2, "Kingsway Boutiques"), new(3, "Kingsway Pharmacy"), new(4, "Belmont & Hale"), new(5, "Harrowgate Department Stores"), new(6, "Novaline Online"), new(6, "Novaline Online Ltd.")],
        [new KnownPayer("ZENTRALE ABRECHNUNG 12", 4)]);

    [Theory]
    [InlineData("PARFUMERIE LAVIGNE SARL", 1, true)]
    [InlineData("BELMONT + HALE LTD", 4, true)]
    [InlineData("Zentrale Abrechnung 12", 4, true)]
    [InlineData("NOVALINE ONLINE LTD", 6, true)]
    [InlineData("PARF. LAVIGNE SARL", 1, false)]
    [InlineData("HARROWGATE DEPARTMENT STO", 5, false)]
    [InlineData("KINGSWAY PHARMCY", 3, false)]
    public void PayerOnAStatement_Recognised_IsTheCustomer(string payer, int customer, bool certain)
    {
        var found = Names.Recognise(payer);

        Assert.Equal((customer, certain), (found.Customer, found.Certain));
    }

    [Theory]
    [InlineData("KINGSWAY")]
    [InlineData("TREASURY CENTRE EUROPE")]
    [InlineData("GmbH")]
    [InlineData("")]
    public void NameOfNobodyOrOfTwo_Recognised_StaysUnknown(string payer) => Assert.Null(Names.Recognise(payer).Customer);
}
