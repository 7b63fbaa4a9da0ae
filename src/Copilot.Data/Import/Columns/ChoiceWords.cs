using System.Collections.Concurrent;
using System.Collections.Frozen;
using Copilot.Core;

namespace Copilot.Data.Import;

/// <summary>The words under which exports know the values of our lists, in English, German, French and Dutch.</summary>
internal static class ChoiceWords
{
    private static readonly ConcurrentDictionary<Type, FrozenDictionary<string, string>> Tables = new();

    private static readonly Dictionary<Type, (Enum Value, string Words)[]> Synonyms = new()
    {
        [typeof(Stage)] =
        [
            (Stage.Prospecting, "prospect; prospection; lead; new; Neu; nouveau; nieuw; Interessent"), (Stage.Qualified, "qualification; qualifiziert; Qualifizierung; qualifié; gekwalificeerd; kwalificatie"),
            (Stage.Proposal, "proposal made; proposal sent; quote; quoted; Angebot; offre; proposition; offerte; proposal/price quote"), (Stage.Negotiation, "negotiating; negotiation/review; Verhandlung; négociation; onderhandeling"),
            (Stage.Commit, "committed; verbal; verbal agreement; Zusage; engagement; toezegging"), (Stage.Won, "closed won; gewonnen; gagné; gagnée"), (Stage.Lost, "closed lost; verloren; perdu; perdue"),
        ],
        [typeof(OrderStatus)] =
        [
            (OrderStatus.Unconfirmed, "new; received; pending; pending payment; draft; neu; unbestätigt; en attente; nouveau; nieuw; onbevestigd"), (OrderStatus.Confirmed, "open; bestätigt; confirmé; bevestigd; in process"),
            (OrderStatus.OnHold, "hold; held; blocked; gesperrt; blockiert; bloqué; en attente de déblocage; geblokkeerd"), (OrderStatus.Backordered, "backorder; back order; Rückstand; en rupture; reliquat; backorder openstaand"),
            (OrderStatus.Picking, "in picking; processing; in Kommissionierung; en préparation; wordt verzameld"), (OrderStatus.Shipped, "sent; dispatched; in transit; versendet; versandt; expédié; verzonden"),
            (OrderStatus.Delivered, "complete; completed; geliefert; zugestellt; livré; geleverd; afgeleverd"), (OrderStatus.Invoiced, "billed; closed; fakturiert; abgerechnet; facturé; gefactureerd"),
            (OrderStatus.Cancelled, "canceled; storniert; annulliert; annulé; geannuleerd"),
        ],
        [typeof(ShipmentStatus)] =
        [
            (ShipmentStatus.Released, "new; open; freigegeben; libéré; vrijgegeven"), (ShipmentStatus.Picking, "in picking; in Kommissionierung; en préparation"), (ShipmentStatus.Packed, "ready; verpackt; emballé; ingepakt"),
            (ShipmentStatus.InTransit, "in transit; shipped; dispatched; unterwegs; versendet; en transit; expédié; onderweg; verzonden"), (ShipmentStatus.Delivered, "geliefert; zugestellt; livré; geleverd"),
            (ShipmentStatus.Returned, "return; retour; zurückgeschickt; retourné; geretourneerd"),
        ],
        [typeof(Channel)] = [(Channel.Wholesale, "b2b; retail; Großhandel; Handel; gros; groothandel"), (Channel.Ecom, "e-commerce; ecommerce; online; web; webshop; web shop; b2c; Onlineshop; boutique en ligne")],
        [typeof(Language)] = [(Language.En, "english; eng; Englisch; anglais; Engels"), (Language.De, "german; deutsch; ger; deu; allemand; Duits"), (Language.Fr, "french; français; fre; fra; Französisch; Frans"), (Language.Nl, "dutch; nederlands; dut; nld; Niederländisch; néerlandais")],
        [typeof(HoldReason)] =
        [
            (HoldReason.Credit, "credit limit; credit check; payment; Kredit; Kreditlimit; crédit; krediet"), (HoldReason.Price, "pricing; Preis; prix; prijs"), (HoldReason.Stock, "no stock; Bestand; stock manquant; voorraad"),
            (HoldReason.Address, "Adresse; adresse; adres"), (HoldReason.CustomerRequest, "customer; Kundenwunsch; demande client; verzoek klant"), (HoldReason.Compliance, "compliance check; fraud; suspected fraud"), (HoldReason.Other, "sonstiges; autre; overig"),
        ],
        [typeof(ContactFunction)] =
        [
            (ContactFunction.AccountsPayable, "ap; finance; accounting; Buchhaltung; Kreditorenbuchhaltung; comptabilité; boekhouding; crediteuren"), (ContactFunction.Buyer, "purchasing; procurement; Einkauf; achats; acheteur; inkoop"),
            (ContactFunction.Logistics, "warehouse; receiving; Logistik; logistique; logistiek"), (ContactFunction.Management, "executive; director; Geschäftsführung; direction; directie"),
        ],
        [typeof(ApplicationKind)] = [(ApplicationKind.Payment, "cash; receipt; Zahlung; paiement; betaling"), (ApplicationKind.Credit, "credit note; credit memo; Gutschrift; avoir; creditnota"), (ApplicationKind.Discount, "cash discount; Skonto; escompte; korting"), (ApplicationKind.WriteOff, "writeoff; bad debt; Ausbuchung; perte; afboeking")],
        [typeof(ChargebackReason)] =
        [
            (ChargebackReason.LateDelivery, "late; late shipment; verspätet; retard; te laat"), (ChargebackReason.EarlyDelivery, "early; early shipment; zu früh; en avance; te vroeg"), (ChargebackReason.ShortShipment, "shortage; short; Fehlmenge; manquant; tekort"),
            (ChargebackReason.Asn, "asn missing; asn late; asn error; advance ship notice"), (ChargebackReason.Labelling, "label; labeling; labels; Etikettierung; étiquetage; etikettering"), (ChargebackReason.Pricing, "price; price difference; Preisdifferenz; écart de prix; prijsverschil"),
            (ChargebackReason.Damaged, "damage; beschädigt; endommagé; beschadigd"), (ChargebackReason.Other, "sonstiges; autre; overig"),
        ],
        [typeof(ChargebackStatus)] =
        [
            (ChargebackStatus.Open, "new; offen; ouvert; open staand"), (ChargebackStatus.Disputed, "in dispute; angefochten; contesté; betwist"), (ChargebackStatus.Accepted, "anerkannt; akzeptiert; accepté; geaccepteerd"),
            (ChargebackStatus.Won, "gewonnen; gagné"), (ChargebackStatus.Lost, "verloren; perdu"), (ChargebackStatus.Expired, "verfallen; abgelaufen; expiré; verlopen"),
        ],
    };

    /// <summary>The enumeration's member name for a word of an export; nothing when it is none of ours.</summary>
    public static string? Find(Type enumeration, string word) => Tables.GetOrAdd(enumeration, Build).GetValueOrDefault(Key(word));

    private static FrozenDictionary<string, string> Build(Type enumeration)
    {
        var table = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in Enum.GetNames(enumeration))
        {
            table[Key(name)] = name;
            table[Key(Words.Of((Enum)Enum.Parse(enumeration, name)))] = name;
        }

        foreach (var (value, words) in Synonyms.GetValueOrDefault(enumeration) ?? [])
        {
            foreach (var word in words.Split(';', StringSplitOptions.TrimEntries))
            {
                table.TryAdd(Key(word), value.ToString());
            }
        }

        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static string Key(string word) => Folding.Fold(word).Replace('_', ' ').Replace('-', ' ').Replace("  ", " ", StringComparison.Ordinal).Trim();
}
