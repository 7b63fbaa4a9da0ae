using System.Globalization;
using Copilot.Core;

namespace Copilot.Data.Sample;

/// <summary>Writes messages as EDIFACT interchanges, directory D.96A.</summary>
internal static class EdifactText
{
    public static string Of(SampleWorld world, EdiDraft draft)
    {
        var segments = new List<string> { $"UNH+1+{Message(draft.Type)}" };
        segments.AddRange(Body(world, draft));
        segments.Add($"UNT+{segments.Count + 1}+1");
        var partner = Folding.Fold(draft.Customer.Name).Split(' ')[0].ToUpperInvariant();
        var (from, to) = draft.Inbound ? (partner, "LUMENLINDEN") : ("LUMENLINDEN", partner);
        segments.Insert(0, $"UNB+UNOC:3+{from}:ZZ+{to}:ZZ+{draft.At:yyMMdd}:{draft.At:HHmm}+{draft.Control}");
        segments.Add($"UNZ+1+{draft.Control}");
        return "UNA:+.? '\n" + string.Join("'\n", segments) + "'\n";
    }

    private static string Message(EdiType type) => type == EdiType.CONTRL ? "CONTRL:2:2:UN" : $"{type}:D:96A:UN";

    private static IEnumerable<string> Body(SampleWorld world, EdiDraft draft) => draft.Type switch
    {
        EdiType.ORDERS => Order(world, draft, "220", draft.Po ?? draft.Order!.Order.CustomerPo!),
        EdiType.ORDRSP => Order(world, draft, "231", draft.Order!.Order.Number),
        EdiType.DESADV => DespatchAdvice(world, draft),
        EdiType.INVOIC => Invoice(world, draft),
        EdiType.REMADV => Remittance(world, draft),
        _ => [$"UCI+{draft.Answers!.Control}+LUMENLINDEN:ZZ+{Folding.Fold(draft.Customer.Name).Split(' ')[0].ToUpperInvariant()}:ZZ+8"],
    };

    private static IEnumerable<string> Order(SampleWorld world, EdiDraft draft, string document, string number)
    {
        var order = draft.Order!.Order;
        var response = draft.Type == EdiType.ORDRSP;
        yield return $"BGM+{document}+{number}+{(response ? "29" : "9")}";
        yield return $"DTM+137:{draft.At:yyyyMMdd}:102";
        yield return $"DTM+2:{Day(response ? order.PromisedOn!.Value : order.RequestedOn!.Value)}:102";
        if (response)
        {
            yield return $"RFF+ON:{order.CustomerPo}";
        }

        foreach (var segment in Parties(world, draft))
        {
            yield return segment;
        }

        yield return $"CUX+2:{order.Currency}:9";
        foreach (var line in draft.Order.Lines)
        {
            var sku = draft.Fault == EdiFault.UnknownProduct && line.LineNo == 1 ? EdiFaults.UnknownSku : Sku(world, line.ProductId);
            yield return $"LIN+{line.LineNo}{(response ? "+5" : "+")}+{sku}:SA";
            yield return draft.Fault == EdiFault.BadSegment && line.LineNo == 1 ? "QTY+21" : $"QTY+21:{line.Quantity}";
            yield return $"PRI+AAA:{Amount(line.UnitPriceMinor)}";
        }

        yield return "UNS+S";
        yield return $"CNT+2:{draft.Order.Lines.Count}";
    }

    private static IEnumerable<string> DespatchAdvice(SampleWorld world, EdiDraft draft)
    {
        var shipment = draft.Shipment!;
        yield return $"BGM+351+{shipment.Shipment.Number}+9";
        yield return $"DTM+137:{draft.At:yyyyMMdd}:102";
        yield return $"DTM+11:{Day(shipment.ShipDay)}:102";
        yield return $"RFF+ON:{draft.Order!.Order.CustomerPo}";
        foreach (var segment in Parties(world, draft))
        {
            yield return segment;
        }

        yield return "CPS+1";
        yield return $"PAC+{shipment.Shipment.Cartons}++CT";
        for (var i = 0; i < shipment.Lines.Count; i++)
        {
            yield return $"LIN+{i + 1}++{Sku(world, shipment.Lines[i].ProductId)}:SA";
            yield return $"QTY+12:{shipment.Lines[i].Quantity}";
        }
    }

    private static IEnumerable<string> Invoice(SampleWorld world, EdiDraft draft)
    {
        var invoice = draft.Invoice!.Invoice;
        yield return $"BGM+380+{invoice.Number}+9";
        yield return $"DTM+137:{Day(invoice.IssuedOn)}:102";
        yield return $"RFF+ON:{draft.Order!.Order.CustomerPo}";
        foreach (var segment in Parties(world, draft))
        {
            yield return segment;
        }

        yield return $"CUX+2:{invoice.Currency}:4";
        yield return $"PAT+1++5:3:D:{invoice.DueOn.DayNumber - invoice.IssuedOn.DayNumber}";
        for (var i = 0; i < draft.Invoice.Lines.Count; i++)
        {
            var line = draft.Invoice.Lines[i];
            yield return $"LIN+{i + 1}++{Sku(world, line.ProductId)}:SA";
            yield return $"QTY+47:{line.Quantity}";
            yield return $"MOA+203:{Amount(line.AmountMinor)}";
            yield return $"PRI+AAA:{Amount(line.UnitPriceMinor)}";
        }

        yield return "UNS+S";
        yield return $"MOA+77:{Amount(invoice.AmountMinor)}";
    }

    private static IEnumerable<string> Remittance(SampleWorld world, EdiDraft draft)
    {
        var payment = draft.Payment!;
        yield return $"BGM+481+{payment.Number}+9";
        yield return $"DTM+137:{Day(payment.ReceivedOn)}:102";
        yield return $"NAD+PR+{draft.Customer.Code}::92";
        yield return "NAD+PE+LUMENLINDEN::92";
        yield return $"CUX+2:{payment.Currency}:11";
        foreach (var line in world.Records.RemittanceLines.Where(line => line.PaymentId == payment.Id))
        {
            yield return $"DOC+380+{line.InvoiceNumber}";
            yield return $"MOA+9:{Amount(line.AmountMinor + line.DeductionMinor)}";
            yield return $"MOA+12:{Amount(line.AmountMinor)}";
            if (line.DeductionReason is { } reason)
            {
                yield return $"FTX+ABO+++{reason}";
            }
        }

        yield return "UNS+S";
        yield return $"MOA+12:{Amount(payment.AmountMinor)}";
    }

    private static IEnumerable<string> Parties(SampleWorld world, EdiDraft draft)
    {
        var place = world.Records.ShipTos[draft.Order!.Order.ShipToId!.Value.Value - 1];
        return [$"NAD+BY+{draft.Customer.Code}::92", "NAD+SU+LUMENLINDEN::92", $"NAD+DP+{place.Code}::92++{place.Name}+{place.Street}+{place.City}++{place.Postcode}+{place.Country}"];
    }

    private static string Sku(SampleWorld world, Id<Product> product) => world.Records.Products[product.Value - 1].Sku;

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Amount(long minor) => (minor / 100m).ToString("0.00", CultureInfo.InvariantCulture);
}
