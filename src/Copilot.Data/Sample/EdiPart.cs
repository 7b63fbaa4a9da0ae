using Copilot.Core;

namespace Copilot.Data.Sample;

/// <summary>
/// The messages exchanged with partners in the last weeks; older ones are archived. They follow orders, shipments, invoices, payments and
/// chargebacks, and some of them failed.
/// </summary>
internal static class EdiPart
{
    private const int Count = 446;

    public static void Add(SampleWorld world, List<OrderDraft> orders, List<InvoiceDraft> invoices)
    {
        var drafts = orders.Where(draft => draft.Fact.Edi).SelectMany(draft => OfOrder(world, draft))
            .Concat(invoices.Where(draft => draft.Fact.Edi && draft is { Shipment: not null, Duplicate: false }).Select(draft => OfInvoice(world, draft)))
            .Concat(OfPayments(world))
            .Concat(OfChargebacks(world))
            .Where(draft => draft.At < world.At(world.Day, 240, "Etc/UTC"))
            .ToList();
        drafts = [.. drafts.OrderBy(draft => draft.At).TakeLast(Count)];
        EdiFaults.Plant(world, drafts);
        drafts.AddRange(Acknowledgements(world, drafts).ToList());
        var control = 100_000;
        List<EdiDraft> sorted = [.. drafts.OrderBy(draft => draft.At)];
        foreach (var draft in sorted)
        {
            draft.Control = $"{++control:000000000}";
        }

        foreach (var draft in sorted.TakeLast(Count))
        {
            Put(world, draft);
        }
    }

    private static IEnumerable<EdiDraft> OfOrder(SampleWorld world, OrderDraft draft)
    {
        var customer = world.Customer(draft.Fact.Name);
        var x12 = customer.Country == "US";
        yield return new EdiDraft(x12 ? EdiType.T850 : EdiType.ORDERS, true, customer, world.At(draft.Order.OrderedOn, 390, "Etc/UTC")) { Order = draft };
        if (draft.Fate != Fate.Unconfirmed)
        {
            yield return new EdiDraft(x12 ? EdiType.T855 : EdiType.ORDRSP, false, customer, world.At(draft.Order.OrderedOn.AddWorkdays(1), 570, "Etc/UTC")) { Order = draft };
        }

        if (x12 && draft.Fate == Fate.Cancelled)
        {
            yield return new EdiDraft(EdiType.T860, true, customer, world.At(draft.Order.CancelledOn!.Value, 930, "Etc/UTC")) { Order = draft };
        }

        foreach (var shipment in draft.Shipments.Where(shipment => shipment.Left))
        {
            // the notice goes ahead of the lorry, except where the retailer rightly complains that it did not
            var late = shipment.Invoice?.Chargebacks.Exists(claim => claim.Reason == ChargebackReason.Asn && claim.Proof == Proof.Supported) == true;
            yield return new EdiDraft(x12 ? EdiType.T856 : EdiType.DESADV, false, customer, shipment.Shipment.ShippedAt!.Value.AddMinutes(late ? 60 * 30 : -25)) { Order = draft, Shipment = shipment };
        }
    }

    private static EdiDraft OfInvoice(SampleWorld world, InvoiceDraft draft) =>
        new(draft.Customer.Country == "US" ? EdiType.T810 : EdiType.INVOIC, false, draft.Customer, world.At(draft.Invoice.IssuedOn, 1390, "Etc/UTC"))
        {
            Order = draft.Shipment!.Order, Shipment = draft.Shipment, Invoice = draft,
        };

    private static IEnumerable<EdiDraft> OfPayments(SampleWorld world)
    {
        var withAdvice = world.Records.RemittanceLines.Select(line => line.PaymentId).ToHashSet();
        foreach (var payment in world.Records.Payments.Where(payment => payment.CustomerId is not null && withAdvice.Contains(payment.Id)))
        {
            var customer = world.Records.Customers[payment.CustomerId!.Value.Value - 1];
            if (customer.Edi)
            {
                yield return new EdiDraft(customer.Country == "US" ? EdiType.T820 : EdiType.REMADV, true, customer, world.At(payment.ReceivedOn, 300, "Etc/UTC")) { Payment = payment };
            }
        }
    }

    private static IEnumerable<EdiDraft> OfChargebacks(SampleWorld world)
    {
        foreach (var chargeback in world.Records.Chargebacks)
        {
            var customer = world.Records.Customers[chargeback.CustomerId.Value - 1];
            if (customer.Country == "US")
            {
                yield return new EdiDraft(EdiType.T812, true, customer, world.At(chargeback.ClaimedOn, 900, "Etc/UTC")) { Chargeback = chargeback };
            }
        }
    }

    // what went out is acknowledged within hours; yesterday's last ones are still waited for
    private static IEnumerable<EdiDraft> Acknowledgements(SampleWorld world, List<EdiDraft> drafts)
    {
        var dice = new Dice("acknowledgements");
        foreach (var draft in drafts.Where(draft => !draft.Inbound && draft.Status == EdiStatus.Ok))
        {
            var at = draft.At.AddMinutes(dice.Between(40, 400));
            if (at >= world.At(world.Day, 180, "Etc/UTC"))
            {
                draft.Status = EdiStatus.Waiting;
                continue;
            }

            yield return new EdiDraft(draft.X12 ? EdiType.T997 : EdiType.CONTRL, true, draft.Customer, at) { Answers = draft, Order = draft.Order, Invoice = draft.Invoice };
        }
    }

    private static void Put(SampleWorld world, EdiDraft draft) => world.Records.EdiMessages.Add(new EdiMessage
    {
        Id = world.Records.EdiMessages.NextId(),
        Number = world.Records.EdiMessages.NextNumber(DocumentKind.EdiMessage, 88001),
        Type = draft.Type,
        Inbound = draft.Inbound,
        CustomerId = draft.Customer.Id,
        OrderId = draft.Fault is EdiFault.BadSegment or EdiFault.UnknownProduct && draft.Status == EdiStatus.Failed ? null : draft.Order?.Order.Id,
        InvoiceId = draft.Invoice?.Invoice.Id,
        At = draft.At,
        Status = draft.Status,
        ErrorCode = draft.ErrorCode,
        ErrorText = draft.ErrorText,
        ControlNumber = draft.Control,
        Raw = draft.X12 ? X12Text.Of(world, draft) : EdifactText.Of(world, draft),
    });
}
