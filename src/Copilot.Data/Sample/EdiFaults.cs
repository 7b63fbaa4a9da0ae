using Copilot.Core;

namespace Copilot.Data.Sample;

/// <summary>Messages that failed, for different reasons, and some that were put right since.</summary>
internal static class EdiFaults
{
    /// <summary>An article number that is not ours.</summary>
    public const string UnknownSku = "LL-CDL-300";

    public static void Plant(SampleWorld world, List<EdiDraft> drafts)
    {
        var dice = new Dice("edi faults");
        var orders = dice.Shuffled(drafts.Where(draft => draft.Type is EdiType.T850 or EdiType.ORDERS && draft.At < world.At(world.Day.AddDays(-12), 0, "Etc/UTC")));

        // what failed was sent again later and came through; the first try stands as failed
        Repeat(orders.Take(4), EdiFault.BadSegment, 2);
        Repeat(orders.Skip(4).Take(4), EdiFault.UnknownProduct, 2);
        Repeat(orders.Skip(8).Take(3), EdiFault.DuplicatePo, 3);
        Mended(orders.Skip(11).Take(3), EdiFault.BadSegment);
        Mended(orders.Skip(14).Take(3), EdiFault.UnknownProduct);
        var sent = drafts.Where(draft => !draft.Inbound && draft.Type is EdiType.T810 or EdiType.INVOIC or EdiType.T856 or EdiType.DESADV
            && draft.At < world.At(world.Day.AddDays(-3), 0, "Etc/UTC") && draft.At > world.At(world.Day.AddDays(-24), 0, "Etc/UTC"));
        foreach (var draft in dice.Shuffled(sent).Take(4))
        {
            draft.Fail("missing_acknowledgement", $"No {(draft.X12 ? "997" : "CONTRL")} within 24 hours");
        }

        void Repeat(IEnumerable<EdiDraft> originals, EdiFault fault, int everyDays)
        {
            var day = world.Yesterday;
            foreach (var original in originals.ToList())
            {
                // a fresh purchase order that never became an order, or one that is there already
                var po = fault == EdiFault.DuplicatePo ? null : $"45000{dice.Between(97_000, 99_999)}";
                var copy = new EdiDraft(original.Type, true, original.Customer, world.At(day, dice.Between(400, 1000), "Etc/UTC")) { Order = original.Order, Po = po, Fault = fault };
                copy.Fail(Code(fault), Text(copy));
                drafts.Add(copy);
                day = day.AddWorkdays(-everyDays);
            }
        }

        static void Mended(IEnumerable<EdiDraft> originals, EdiFault fault)
        {
            foreach (var original in originals)
            {
                original.Fault = fault;
                original.Fail(Code(fault), Text(original), EdiStatus.Reprocessed);
            }
        }
    }

    private static string Code(EdiFault fault) => fault switch
    {
        EdiFault.BadSegment => "bad_segment",
        EdiFault.UnknownProduct => "unknown_product",
        _ => "duplicate_po",
    };

    private static string Text(EdiDraft draft) => draft.Fault switch
    {
        EdiFault.BadSegment => draft.X12 ? "PO1 of line 1: element 02 (quantity) is not a number" : "QTY of line 1: the quantity is missing",
        EdiFault.UnknownProduct => $"Line 1: article {UnknownSku} is not known",
        _ => $"Purchase order {draft.Order!.Order.CustomerPo} is already there as {draft.Order.Order.Number}",
    };
}
