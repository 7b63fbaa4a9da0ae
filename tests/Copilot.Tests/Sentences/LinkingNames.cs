using Copilot.Conversation;
using Copilot.Core;

namespace Copilot.Tests.Sentences;

public sealed class LinkingNames
{
    private const string Harrowgate = "Harrowgate Department Stores";

    [Theory]
    [InlineData("orders of Harrowgate Department Stores", Harrowgate)]
    [InlineData("orders of harrowgate", Harrowgate)]
    [InlineData("orders of harowgate", Harrowgate)]
    [InlineData("orders of Harrow Gate", Harrowgate)]
    [InlineData("Harrowgate's orders", Harrowgate)]
    [InlineData("orders for Harrowgate Dept Stores", Harrowgate)]
    [InlineData("pincrest pharmacies", "Pinecrest Pharmacies")]
    [InlineData("what does adler owe", "Kaufhaus Adler")]
    [InlineData("commandes de Lavigne", "Parfumerie Lavigne")]
    [InlineData("orders van Gouden Linde", "De Gouden Linde")]
    [InlineData("maple and main", "Maple & Main")]
    [InlineData("Kingsway Pharmacy", "Kingsway Pharmacy")]
    [InlineData("Novaline Online", "Novaline Online")]
    [InlineData("Novaline Online Ltd.", "Novaline Online Ltd.")]
    [InlineData("novaline online ltd", "Novaline Online Ltd.")]
    [InlineData("blue heron", "Blue Heron Gifts")]
    public void CustomerInAnySpelling_Linked_IsTheDisplayName(string text, string name) => Assert.Equal(name, One(text, ParameterKind.Customer).Value);

    [Theory]
    [InlineData("orders of Kingsway", "Kingsway Boutiques", "Kingsway Pharmacy")]
    [InlineData("novaline", "Novaline Online", "Novaline Online Ltd.")]
    public void NamePartOfTwoCustomers_Linked_NamesBoth(string text, params string[] names)
    {
        var mention = One(text, ParameterKind.Customer);

        Assert.Null(mention.Value);
        Assert.Equal(names, mention.Values.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("pipeline of Maya", "Maya Okafor")]
    [InlineData("what did Ben change", "Ben Carter")]
    [InlineData("Grace's chargebacks", "Grace Lin")]
    [InlineData("worklist for luca.moretti", "Luca Moretti")]
    [InlineData("ilse de vries", "Ilse de Vries")]
    public void ColleagueByPartOfTheName_Linked_IsTheDisplayName(string text, string name) => Assert.Equal(name, One(text, ParameterKind.Person).Value);

    [Theory]
    [InlineData("is there a grace period")]
    [InlineData("ik ben klaar met de order")]
    [InlineData("what is the price")]
    public void WordOfDailyLanguage_Linked_IsNoColleague(string text) => Assert.DoesNotContain(TestEngine.Read(text).Names, name => name.Kind == ParameterKind.Person);

    [Theory]
    [InlineData("sla in Venlo", "VEN")]
    [InlineData("stock at DAV", "DAV")]
    [InlineData("is Maas Logistics on time", "VEN")]
    [InlineData("sierra distribution", "RNO")]
    public void SiteByPlaceCodeOrPartner_Linked_IsItsCode(string text, string code) => Assert.Equal(code, One(text, ParameterKind.Warehouse).Value);

    [Theory]
    [InlineData("LL-CDL-200")]
    [InlineData("ll cdl 200")]
    [InlineData("LLCDL200")]
    [InlineData("cdl-200")]
    public void SkuHoweverWritten_Linked_IsCanonical(string text) => Assert.Equal("LL-CDL-200", One("stock of " + text, ParameterKind.Sku).Value);

    [Theory]
    [InlineData("SO-10482", DocumentKind.Order, "SO-10482")]
    [InlineData("so10482", DocumentKind.Order, "SO-10482")]
    [InlineData("order 10482", DocumentKind.Order, "SO-10482")]
    [InlineData("Auftrag Nr. 10482", DocumentKind.Order, "SO-10482")]
    [InlineData("inv 20417", DocumentKind.Invoice, "INV-20417")]
    [InlineData("facture n° 20417", DocumentKind.Invoice, "INV-20417")]
    [InlineData("CB3007", DocumentKind.Chargeback, "CB-3007")]
    [InlineData("opp 7012", DocumentKind.Opportunity, "OPP-7012")]
    [InlineData("EDI-88012", DocumentKind.EdiMessage, "EDI-88012")]
    [InlineData("PO 4500012345", null, "4500012345")]
    [InlineData("4500012345", null, "4500012345")]
    public void DocumentNumberInAnyForm_Linked_IsCanonical(string text, DocumentKind? kind, string number)
    {
        var document = Assert.Single(TestEngine.Read("show me " + text).Documents);

        Assert.Equal((kind, number), (document.Kind, document.Value));
    }

    [Fact]
    public void ListOfNumbersBehindOnePrefix_Linked_AllTakeIt() =>
        Assert.Equal(["INV-20417", "INV-20418", "INV-20420"], TestEngine.Read("remind about INV-20417, 20418 and 20420").Documents.Select(document => document.Value));

    [Theory]
    [InlineData("so 500 units")]
    [InlineData("failed 850 messages")]
    [InlineData("invoice over 1,200.50")]
    public void NumberThatIsNoDocument_Linked_IsLeftAlone(string text) => Assert.Empty(TestEngine.Read(text).Documents);

    [Fact]
    public void NameOfAnotherCompany_Linked_IsFoundWithoutLearningAnew()
    {
        var names = new CompanyNames { Customers = ["Zephyr Trading", "Quell & Co."], People = [("Nora Quist", "nora.quist")] };
        var reading = TestEngine.Engine.ReaderFor(names).Read("overdue invoices of zephir", TestEngine.Frame, Copilot.Core.Language.En);

        Assert.Equal("Zephyr Trading", Assert.Single(reading.Names).Value);
        Assert.Equal("receivables_overdue", TestEngine.Engine.Rank("overdue invoices of Zephyr", new EngineContext(ConversationState.Empty, names, TestEngine.Today), 1)[0]);
    }

    private static NameMention One(string text, ParameterKind kind) => Assert.Single(TestEngine.Read(text).Names, name => name.Kind == kind);
}
