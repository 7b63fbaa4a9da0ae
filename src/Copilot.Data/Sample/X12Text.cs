using System.Globalization;
using Copilot.Core;

namespace Copilot.Data.Sample;

/// <summary>Writes messages as X12 interchanges, release 4010.</summary>
internal static class X12Text
{
    public static string Of(SampleWorld world, EdiDraft draft)
    {
        var segments = new List<string> { $"ST*{Set(draft)}*0001" };
        segments.AddRange(Body(world, draft));
        segments.Add($"SE*{segments.Count + 1}*0001");
        var partner = Folding.Fold(draft.Customer.Name).Replace("&", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        partner = (partner.Length > 15 ? partner[..15] : partner).PadRight(15);
        var house = "LUMENLINDEN".PadRight(15);
        var (from, to) = draft.Inbound ? (partner, house) : (house, partner);
        var group = draft.Control.TrimStart('0');
        segments.Insert(0, $"GS*{Group(draft.Type)}*{from.Trim()}*{to.Trim()}*{draft.At:yyyyMMdd}*{draft.At:HHmm}*{group}*X*004010");
        segments.Insert(0, $"ISA*00*          *00*          *ZZ*{from}*ZZ*{to}*{draft.At:yyMMdd}*{draft.At:HHmm}*U*00401*{draft.Control}*0*P*>");
        segments.Add($"GE*1*{group}");
        segments.Add($"IEA*1*{draft.Control}");
        return string.Join("~\n", segments) + "~\n";
    }

    private static string Set(EdiDraft draft) => Words.Of(draft.Type);

    // functional identifier of the group
    private static string Group(EdiType type) => type switch
    {
        EdiType.T850 => "PO",
        EdiType.T855 => "PR",
        EdiType.T856 => "SH",
        EdiType.T810 => "IN",
        EdiType.T820 => "RA",
        EdiType.T812 => "CD",
        EdiType.T860 => "PC",
        _ => "FA",
    };

    private static IEnumerable<string> Body(SampleWorld world, EdiDraft draft) => draft.Type switch
    {
        EdiType.T850 => Order(world, draft),
        EdiType.T855 => Confirmation(world, draft),
        EdiType.T856 => ShipNotice(world, draft),
        EdiType.T810 => Invoice(world, draft),
        EdiType.T820 => Remittance(world, draft),
        EdiType.T812 => Adjustment(draft),
        EdiType.T860 => ["BCH*01*SA*" + draft.Order!.Order.CustomerPo + $"***{Day(draft.Order.Order.OrderedOn)}*****{draft.At:yyyyMMdd}", "CTT*0"],
        _ => Acknowledgement(draft),
    };

    private static IEnumerable<string> Order(SampleWorld world, EdiDraft draft)
    {
        var order = draft.Order!.Order;
        var place = world.Records.ShipTos[order.ShipToId!.Value.Value - 1];
        yield return $"BEG*00*SA*{draft.Po ?? order.CustomerPo}**{draft.At:yyyyMMdd}";
        yield return $"CUR*BY*{order.Currency}";
        yield return $"ITD*01*3*****{order.PaymentTermsDays}";
        yield return $"DTM*002*{Day(order.RequestedOn!.Value)}";
        yield return $"N1*ST*{place.Name}*92*{place.Code}";
        yield return $"N3*{place.Street}";
        yield return $"N4*{place.City}**{place.Postcode}*{place.Country}";
        foreach (var line in draft.Order.Lines)
        {
            var quantity = draft.Fault == EdiFault.BadSegment && line.LineNo == 1 ? "TWELVE" : line.Quantity.ToString(CultureInfo.InvariantCulture);
            var sku = draft.Fault == EdiFault.UnknownProduct && line.LineNo == 1 ? EdiFaults.UnknownSku : Sku(world, line.ProductId);
            yield return $"PO1*{line.LineNo}*{quantity}*EA*{Amount(line.UnitPriceMinor)}*WE*VN*{sku}";
        }

        yield return $"CTT*{draft.Order.Lines.Count}";
    }

    private static IEnumerable<string> Confirmation(SampleWorld world, EdiDraft draft)
    {
        var order = draft.Order!.Order;
        yield return $"BAK*00*AC*{order.CustomerPo}*{Day(order.OrderedOn)}****{order.Number}*{draft.At:yyyyMMdd}";
        foreach (var line in draft.Order.Lines)
        {
            yield return $"PO1*{line.LineNo}*{line.Quantity}*EA*{Amount(line.UnitPriceMinor)}*WE*VN*{Sku(world, line.ProductId)}";
            yield return $"ACK*IA*{line.Quantity}*EA*068*{Day(order.PromisedOn!.Value)}";
        }

        yield return $"CTT*{draft.Order.Lines.Count}";
    }

    private static IEnumerable<string> ShipNotice(SampleWorld world, EdiDraft draft)
    {
        var shipment = draft.Shipment!;
        yield return $"BSN*00*{shipment.Shipment.Number}*{draft.At:yyyyMMdd}*{draft.At:HHmm}*0001";
        yield return "HL*1**S";
        yield return $"TD1*CTN*{shipment.Shipment.Cartons}";
        yield return $"TD5**ZZ*{shipment.Shipment.Carrier}";
        yield return $"REF*CN*{shipment.Shipment.TrackingNumber}";
        yield return $"DTM*011*{Day(shipment.ShipDay)}";
        yield return "HL*2*1*O";
        yield return $"PRF*{draft.Order!.Order.CustomerPo}";
        for (var i = 0; i < shipment.Lines.Count; i++)
        {
            yield return $"HL*{i + 3}*2*I";
            yield return $"LIN**VN*{Sku(world, shipment.Lines[i].ProductId)}";
            yield return $"SN1**{shipment.Lines[i].Quantity}*EA";
        }

        yield return $"CTT*{shipment.Lines.Count}";
    }

    private static IEnumerable<string> Invoice(SampleWorld world, EdiDraft draft)
    {
        var invoice = draft.Invoice!.Invoice;
        yield return $"BIG*{Day(invoice.IssuedOn)}*{invoice.Number}**{draft.Order!.Order.CustomerPo}";
        yield return $"CUR*SE*{invoice.Currency}";
        yield return $"ITD*01*3*****{invoice.DueOn.DayNumber - invoice.IssuedOn.DayNumber}";
        for (var i = 0; i < draft.Invoice.Lines.Count; i++)
        {
            var line = draft.Invoice.Lines[i];
            yield return $"IT1*{i + 1}*{line.Quantity}*EA*{Amount(line.UnitPriceMinor)}**VN*{Sku(world, line.ProductId)}";
        }

        yield return $"TDS*{invoice.AmountMinor}";
        yield return $"CTT*{draft.Invoice.Lines.Count}";
    }

    private static IEnumerable<string> Remittance(SampleWorld world, EdiDraft draft)
    {
        var payment = draft.Payment!;
        yield return $"BPR*I*{Amount(payment.AmountMinor)}*C*ACH*CTX************{Day(payment.ReceivedOn)}";
        yield return $"TRN*1*{payment.Number}";
        yield return $"CUR*PR*{payment.Currency}";
        yield return "ENT*1";
        foreach (var line in world.Records.RemittanceLines.Where(line => line.PaymentId == payment.Id))
        {
            yield return $"RMR*IV*{line.InvoiceNumber}**{Amount(line.AmountMinor)}*{Amount(line.AmountMinor + line.DeductionMinor)}";
            if (line.DeductionMinor > 0)
            {
                yield return $"ADX*-{Amount(line.DeductionMinor)}*ZZ";
            }
        }
    }

    private static IEnumerable<string> Adjustment(EdiDraft draft)
    {
        var chargeback = draft.Chargeback!;
        yield return $"BCD*{Day(chargeback.ClaimedOn)}*{chargeback.Number}*D*{Amount(chargeback.AmountMinor)}*D";
        yield return $"CUR*BY*{chargeback.Currency}";
        yield return $"CDD*ZZ*D*{Words.Of(chargeback.Reason)}*{Amount(chargeback.AmountMinor)}";
    }

    private static IEnumerable<string> Acknowledgement(EdiDraft draft)
    {
        var answered = draft.Answers!;
        yield return $"AK1*{Group(answered.Type)}*{answered.Control.TrimStart('0')}";
        yield return $"AK2*{Set(answered)}*0001";
        yield return "AK5*A";
        yield return "AK9*A*1*1*1";
    }

    private static string Sku(SampleWorld world, Id<Product> product) => world.Records.Products[product.Value - 1].Sku;

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Amount(long minor) => (minor / 100m).ToString("0.00", CultureInfo.InvariantCulture);
}
