namespace Copilot.Tests.Import;

/// <summary>A small export of each kind of record, as English, German, French and Dutch systems head them; together they make one company.</summary>
internal static class ExportsOfEveryKind
{
    public static IReadOnlyList<(string Kind, string Text)> All { get; } =
    [
        ("people", "user name,full name,role,region,email\nmaya,Maya Okafor,sales_rep,DACH,maya@example.com\nsten,Sten Berg,collector,Nordics,sten@example.com\n"),
        ("warehouses", "warehouse code;warehouse name;country;time zone\nHAM;Hamburg;Germany;Europe/Berlin\n"),
        ("exchange_rates", "Datum;Währung;Wechselkurs\n31.01.2026;USD;0,9215\n30.01.2026;USD;0,92\n"),
        ("bank_accounts", "currency;IBAN;BIC;Kontoinhaber;Bankname;Standardkonto\nEUR;NL20 SAMP 0000 0001 01;sampnl20;Test & Sons;Sample Bank;ja\n"),
        ("customers", "Kundennummer;Kundenname;Land;Zahlungsziel;Kreditlimit;Mindestbestellwert\n00100;Müller GmbH;Deutschland;30;25.000,00;100,00\n00101;Schmidt & Söhne;Österreich;14;10.000,50;0,00\n"),
        ("products", "artikelnummer;artikelomschrijving;verpakkingseenheid;catalogusprijs\nP-1;Sproeifles;6;4,95\nP-2;Navulling;12;3,10\n"),
        ("accounts", "account name\tindustry\tcountry\tparent account\nMüller Group\tRetail\tGermany\t\nMüller GmbH\tRetail\tGermany\tMüller Group\n"),
        ("account_contacts", "account name,contact name,email,job title,do not contact\nMüller GmbH,Eva Klein,eva@example.com,Buyer,no\n"),
        ("ship_tos", "customer number,ship to code,ship to name,street,postcode,city,country\n00100,01,Nord,Hafenstr. 1,01067,Dresden,DE\n"),
        ("contacts", "Kundennummer;Vorname;Nachname;E-Mail;Abteilung;Sprache\n00100;Eva;Klein;ap@example.com;Buchhaltung;Deutsch\n"),
        ("credit_limits", "customer number,credit limit,valid from\n00101,15000,2026-07-01\n"),
        ("prices", "sku,customer number,agreed price,currency,valid from\nP-1,00100,4.50,EUR,2026-01-01\n"),
        ("stock", "Lager;Artikelnummer;Chargennummer;MHD;Bestand;reserviert\nHAM;P-1;L1;31.12.2027;500;20\n"),
        ("orders", "n° commande;code client;date de commande;n° ligne;code article;quantité;prix unitaire;livraison prévue\nSO-1;00100;13/01/2026;1;P-1;60;4,50;20/01/2026\nSO-1;00100;13/01/2026;2;P-2;24;3,10;20/01/2026\n"),
        ("shipments", "shipment number,order number,line number,shipped quantity,ship date,warehouse,carrier\nSH-1,SO-1,1,60,2026-01-15 08:30,HAM,DHL\nSH-1,SO-1,2,20,2026-01-15 08:30,HAM,DHL\n"),
        ("opportunities", "opportunity id,account,owner,stage,amount,created,close date\nOP-1,Müller GmbH,Maya Okafor,proposal,12000.00,2026-01-05,2026-12-15\n"),
        ("activities", "opportunity id,activity date,activity type,subject,user\nOP-1,2026-02-03 14:00,Call,Pricing,Maya Okafor\n"),
        ("stage_changes", "opportunity id,old stage,new stage,changed on,changed by\nOP-1,prospecting,proposal,2026-02-01,Maya Okafor\n"),
        ("invoices", "factuurnummer;klantnummer;factuurdatum;vervaldatum;factuurbedrag;openstaand\nINV-1;00100;16-01-2026;15-02-2026;344,40;94,40\nINV-2;00101;17-01-2026;31-01-2026;1.000,00;1.000,00\n"),
        ("invoice_lines", "invoice number,order number,order line,sku,invoiced quantity,unit price\nINV-1,SO-1,1,P-1,60,4.50\nINV-1,SO-1,2,P-2,24,3.10\n"),
        ("payments", "payment number,customer number,received on,payment amount,payment reference\nPAY-1,00100,2026-02-20,250.00,INV-1 less shortage\n"),
        ("remittances", "payment number,invoice number,amount paid,deduction,deduction reason\nPAY-1,INV-1,250.00,12.40,short\n"),
        ("applications", "invoice number,payment number,applied on,applied amount\nINV-1,PAY-1,2026-02-20,250.00\n"),
        ("credit_notes", "Gutschriftnummer;Kundennummer;Rechnungsnummer;Gutschriftdatum;Gutschriftbetrag;Grund\nCN-1;00100;INV-1;25.02.2026;-12,40;Fehlmenge\n"),
        ("disputes", "invoice number,dispute reason,opened on,disputed amount\nINV-2,price,2026-02-02,40.00\n"),
        ("promises", "customer number,invoice number,made on,promise date,promised amount,noted by\n00101,INV-2,2026-02-10,2026-03-01,960.00,Sten Berg\n"),
        ("chargebacks", "chargeback number,retailer,invoice number,chargeback reason,claim date,claim amount,claim status\nCB-1,00100,INV-1,shortage,2026-03-01,12.40,open\n"),
    ];
}
