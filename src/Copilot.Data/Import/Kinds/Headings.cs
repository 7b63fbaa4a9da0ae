namespace Copilot.Data.Import;

/// <summary>
/// Headings under which exports have the fields that several kinds share, in English, German, French and Dutch. Groups behind a bar are
/// taken only when nothing fits a group before it.
/// </summary>
internal static class Headings
{
    public const string Currency = "currency; currency code; curr; ccy; iso currency; document currency; invoice currency; Währung; Währungscode; Belegwährung; devise; code devise; monnaie; valuta; munt; valutacode";

    public const string Customer = "customer number; customer id; customer code; cust no; cust id; customer account; debtor number; debtor; sold to party; sold to; bill to; client id; client code; "
        + "Kundennummer; Kunden-Nr; KdNr; Kd-Nr; Debitorennummer; Debitor; Debitorenkonto; Auftraggeber; Kundencode; "
        + "code client; numéro client; n° client; identifiant client; compte client; klantnummer; klantcode; klant id; debiteurnummer; debiteur; relatienummer "
        + "| customer; client; buyer; Kunde; klant; acheteur; afnemer; account number; order customer id | account";

    public const string CustomerName = "customer name; client name; buyer name; company name; debtor name; Kundenname; Debitorenname; Firmenname; nom client; nom du client; raison sociale; klantnaam; bedrijfsnaam; debiteurnaam "
        + "| company; Firma; société; bedrijf; Name 1 | customer; client; Kunde; klant";

    public const string CustomerCountry = "customer country; bill to country; Kundenland; pays client; klantland | country; country code; Land; Ländercode; pays; code pays; landcode";

    public const string CustomerRegion = "customer region; sales region; Vertriebsregion; région commerciale; verkoopregio | region; Region; région; regio";

    public const string Product = "sku; product code; product number; product id; item number; item code; item id; article number; article code; material number; material; part number; stock code; product card id; "
        + "Artikelnummer; Art-Nr; Artikel-Nr; Materialnummer; Produktnummer; Produktcode; code article; référence article; référence produit; code produit; numéro article; réf; "
        + "artikelcode; productcode; productnummer | product; item; article; Artikel; Produkt; produit; référence";

    public const string ProductName = "product name; item name; item description; product description; article description; material description; Artikelbezeichnung; Produktname; Artikelname; Produktbezeichnung; "
        + "désignation; libellé article; libellé produit; nom du produit; artikelomschrijving; productnaam; productomschrijving | description; Bezeichnung; Beschreibung; libellé; omschrijving | product; item; article; Artikel; Produkt; produit";

    public const string Quantity = "quantity; qty; ordered quantity; order quantity; quantity ordered; order item quantity; line quantity; line item quantity; units; pieces; Menge; Bestellmenge; Auftragsmenge; Stück; Stückzahl; Anzahl; "
        + "quantité; qté; quantité commandée; aantal; hoeveelheid; besteld aantal";

    public const string UnitPrice = "unit price; price per unit; net price; item price; Einzelpreis; Stückpreis; Nettopreis; prix unitaire; prix unitaire ht; pu; pu ht; eenheidsprijs; stukprijs; prijs per stuk | price; sales price; Preis; prix; prijs; Verkaufspreis; prix de vente; verkoopprijs";

    public const string LineAmount = "line total; line amount; line value; line item value; net amount; net value; item total; order item total; extended price; Positionswert; Nettowert; Nettobetrag; Zeilenbetrag; Gesamtpreis; "
        + "montant ligne; montant ht; total ligne; regelbedrag; regeltotaal; nettobedrag | amount; total; value; Betrag; Wert; Summe; montant; bedrag; totaal";

    public const string LineNo = "line number; line no; line; line item; item position; position; pos; order line; order item id; line id; Positionsnummer; Pos-Nr; Auftragsposition; Zeile; ligne; numéro de ligne; n° ligne; poste; regelnummer; regel; orderregel";

    public const string Order = "order number; order id; order no; sales order; sales order number; so number; order code; document number; Auftragsnummer; Auftrags-Nr; Auftrag; Bestellnummer; Verkaufsbeleg; "
        + "numéro de commande; n° commande; commande; code commande; ordernummer; order nr; verkooporder; bestelnummer | order";

    public const string Invoice = "invoice number; invoice id; invoice no; invoice nbr; inv no; inv number; bill number; billing document; Rechnungsnummer; Rechnungs-Nr; Rechnung; RgNr; Re-Nr; Fakturanummer; Faktura; Fakturanr; Belegnummer; "
        + "numéro de facture; n° facture; facture; code facture; factuurnummer; factuur nr; factuur | invoice; document number; doc number; document no; reference number";

    public const string Payment = "payment number; payment id; payment no; payment reference number; receipt number; receipt id; Zahlungsnummer; Zahlungs-Nr; Zahlung; Zahlungseingang; numéro de paiement; n° paiement; paiement; "
        + "betalingsnummer; betaling; betalingsnr | payment; document number";

    public const string Owner = "owner; owner name; sales rep; sales representative; sales agent; account manager; account owner; opportunity owner; deal owner; rep; salesperson; sales person; Vertriebsmitarbeiter; Verkäufer; Betreuer; Kundenbetreuer; "
        + "Zuständig; commercial; responsable; vendeur; responsable commercial; accountmanager; verkoper; vertegenwoordiger; eigenaar";

    public const string Warehouse = "warehouse; warehouse code; site; plant; depot; location; fulfilment center; fulfillment center; ship from; Lager; Lagerort; Werk; Standort; entrepôt; dépôt; magasin; site d'expédition; magazijn; locatie; vestiging";

    public const string Email = "email; e-mail; mail; email address; e-mail address; mail address; E-Mail-Adresse; adresse e-mail; courriel; e-mailadres; mailadres";

    public const string Phone = "phone; telephone; phone number; tel; mobile; Telefon; Telefonnummer; téléphone; numéro de téléphone; telefoonnummer; telefoon";

    public const string Country = "country; country code; nation; office location; Land; Ländercode; Länderschlüssel; pays; code pays; landcode";

    public const string Region = "region; sales region; territory; regional office; Vertriebsregion; Gebiet; Verkaufsgebiet; région; secteur commercial; territoire; regio; verkoopgebied; rayon";

    public const string Active = "active; is active; enabled; aktiv; actif; actief";
}
