using Copilot.Core;
using Copilot.Plugins.Orders.Rules;

namespace Copilot.Tests.Orders.Rules;

public sealed class WordsOfHolds
{
    [Theory]
    [InlineData("price is disputed", HoldReason.Price)]
    [InlineData("the buyer disputes the price", HoldReason.Price)]
    [InlineData("Preis wird noch geklärt", HoldReason.Price)]
    [InlineData("Sonderpreis fehlt", HoldReason.Price)]
    [InlineData("prix contesté", HoldReason.Price)]
    [InlineData("prijs klopt niet", HoldReason.Price)]
    [InlineData("they exceeded the limit", HoldReason.Credit)]
    [InlineData("wegen Limitüberschreitung", HoldReason.Credit)]
    [InlineData("Kreditsperre", HoldReason.Credit)]
    [InlineData("limite dépassée", HoldReason.Credit)]
    [InlineData("limiet overschreden", HoldReason.Credit)]
    [InlineData("invoices unpaid", HoldReason.Credit)]
    [InlineData("falsche Anschrift", HoldReason.Address)]
    [InlineData("wrong ship-to", HoldReason.Address)]
    [InlineData("l'adresse est fausse", HoldReason.Address)]
    [InlineData("adres onduidelijk", HoldReason.Address)]
    [InlineData("insufficient stock", HoldReason.Stock)]
    [InlineData("Bestand ist für Harrowgate reserviert", HoldReason.Stock)]
    [InlineData("rupture", HoldReason.Stock)]
    [InlineData("te weinig voorraad", HoldReason.Stock)]
    [InlineData("export papers missing", HoldReason.Compliance)]
    [InlineData("Etiketten nicht freigegeben", HoldReason.Compliance)]
    [InlineData("blocage conformité", HoldReason.Compliance)]
    [InlineData("douanepapieren ontbreken", HoldReason.Compliance)]
    [InlineData("the buyer is revising quantities", HoldReason.CustomerRequest)]
    [InlineData("Kundenwunsch", HoldReason.CustomerRequest)]
    [InlineData("à la demande du client", HoldReason.CustomerRequest)]
    [InlineData("op verzoek van de klant", HoldReason.CustomerRequest)]
    [InlineData("customer_request", HoldReason.CustomerRequest)]
    [InlineData("other", HoldReason.Other)]
    [InlineData("until Monday", null)]
    [InlineData("paintings in the lobby", null)]
    public void Sentence_Read_SpeaksOfThatHold(string text, HoldReason? expected) => Assert.Equal(expected, HoldWords.Find(text));
}
