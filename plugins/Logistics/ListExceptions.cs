using System.ComponentModel;
using Copilot.Core;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Logistics;

/// <summary>What went wrong with shipments, with owner and age. Age = days from the day it was opened to the day it was closed, or to today.</summary>
[Description("Lists what went wrong with shipments: late, short, damaged, wrong carrier, stuck, address; with owner, age and units. "
    + "Not for dispatch times of a warehouse (logistics_sla), one order's shipments (logistics_track) nor chargebacks (chargebacks_find).")]
internal sealed class ListExceptions(FunctionContext context)
{
    /// <summary>Answers with the exceptions that are open now; with a period, those opened in it, closed ones included. Open ones first, by age × order value.</summary>
    public async Task<Result<Answer>> AnswerAsync(Id<Warehouse>? warehouse, ExceptionKind? kind, Period? period, int? limit, CancellationToken cancellationToken)
    {
        var (read, turn) = (context.Read, context.Turn);
        var exceptions = read.ShipmentExceptions;
        exceptions = kind is { } one ? exceptions.Where(row => row.Kind == one) : exceptions;
        if (period is { } named)
        {
            var days = named.Resolve(turn.Today, turn.Fiscal);
            var (from, to) = (days.From, days.To);
            exceptions = exceptions.Where(row => row.OpenedOn >= from && row.OpenedOn <= to);
        }
        else
        {
            exceptions = exceptions.Where(row => row.ClosedOn == null);
        }

        var rows = await RowsAsync(exceptions, warehouse, cancellationToken);
        var siteCode = warehouse is { } id ? await read.FirstOrDefaultAsync(read.Warehouses.Where(row => row.Id == id).Select(row => row.Code), cancellationToken) : null;
        var words = new FilterWords(period is { } asked ? $"opened {asked.Resolve(turn.Today, turn.Fiscal).From:yyyy-MM-dd} to {asked.Resolve(turn.Today, turn.Fiscal).To:yyyy-MM-dd}" : "open now")
            .And(kind is { } word ? Wording.Plain(Words.Of(word)) : null).And(siteCode is null ? null : $"warehouse {siteCode}").ToString();
        var answer = new AnswerBuilder(context, Area.Logistics, "Shipment exceptions");
        Figured(answer, rows, words, turn.Today);
        var shown = FunctionLimits.Rows(limit);
        return answer
            .Table(new Grid<ExceptionRow>("exceptions", "Exceptions")
                .Document("shipment", "Shipment", row => row.Shipment)
                .Document("order", "Order", row => row.Head?.Number)
                .Text("customer", "Customer", row => row.Head?.Customer)
                .Text("warehouse", "Site", row => row.Warehouse)
                .Text("kind", "What", row => Wording.Plain(Words.Of(row.Exception.Kind)))
                .Number("age", "Age", row => Measure.Days(row.AgeInDays(turn.Today)))
                .Text("owner", "Owner", row => row.Owner ?? "nobody")
                .Number("units", "Units", row => row.Exception.Units > 0 ? Measure.Pieces(row.Exception.Units) : null)
                .Day("opened_on", "Since", row => row.Exception.OpenedOn)
                .Day("closed_on", "Closed", row => row.Exception.ClosedOn)
                .Text("note", "Note", row => row.Exception.Note)
                .Toned(row => row.Exception.ClosedOn is null ? Tone.Warning : Tone.Plain)
                .Top(rows, shown, $"No shipment exceptions are {words}."))
            .Evidence(Sources.Of("logistics", words, rows.Count, await context.AsOfAsync("logistics", cancellationToken), [.. rows.Take(shown).Select(row => $"{row.Shipment} {Words.Of(row.Exception.Kind)}")]))
            .Next(
                rows.Select(row => row.Head?.Number).OfType<string>().Select(number => $"Track {number}").FirstOrDefault(),
                rows.Count > 0 ? $"Service level of {rows.GroupBy(row => row.Warehouse).OrderByDescending(group => group.Count()).First().Key} last month" : "Service level of the warehouses last month",
                period is null ? "Shipment exceptions last month" : "Which shipment exceptions are open?")
            .Build();
    }

    private static void Figured(AnswerBuilder answer, List<ExceptionRow> rows, string words, DateOnly today)
    {
        if (rows.Count == 0)
        {
            answer.Say($"No shipment exceptions are {words}.", Tone.Good);
            return;
        }

        var open = rows.FindAll(row => row.Exception.ClosedOn is null);
        var kinds = rows.GroupBy(row => row.Exception.Kind).OrderByDescending(group => group.Count()).ThenBy(group => group.Key).ToList();
        answer.Say($"{Wording.Count(rows.Count, "exception")} ({words}): {Wording.List([.. kinds.Select(group => $"{group.Count()} {Wording.Plain(Words.Of(group.Key))}")])}.");
        if (open.Count > 0)
        {
            var oldest = open.MaxBy(row => row.AgeInDays(today))!;
            answer.Say($"{Wording.Count(open.Count, "is", "are")} open, the oldest ({oldest.Shipment}) for {Wording.Count(oldest.AgeInDays(today), "day")}.", Tone.Warning);
        }

        if (open.Count(row => row.Owner is null) is > 0 and var ownerless)
        {
            answer.Say($"{Wording.Count(ownerless, "open one has", "open ones have")} no owner.", Tone.Warning);
        }

        string Name(ExceptionRow row) => $"{row.Shipment} {Words.Of(row.Exception.Kind)}";
        var text = new BridgeText("one for each thing that went wrong with a shipment", "logistics", words);
        answer.Facts(
            [
                new Fact(Figures.Count("exceptions", "Exceptions", text, [.. rows.Select(Name)])),
                new Fact(Figures.Count("open", "Open", text, [.. open.Select(Name)])),
                .. kinds.Select(group => new Fact(Figures.Count($"kind.{Words.Of(group.Key)}", $"Of them {Wording.Plain(Words.Of(group.Key))}", text, [.. group.Select(Name)]))),
                new Fact(Figures.Sum("units", "Units affected", value => Measure.Pieces((long)value), text with { Definition = "units affected, as noted" }, [.. rows.Select(row => (Name(row), (decimal)row.Exception.Units))])),
            ]);
    }

    private async Task<List<ExceptionRow>> RowsAsync(IQueryable<ShipmentException> exceptions, Id<Warehouse>? warehouse, CancellationToken cancellationToken)
    {
        var read = context.Read;
        var found = await read.ListAsync(
            from exception in exceptions
            join shipment in read.Shipments on exception.ShipmentId equals shipment.Id
            join site in read.Warehouses on shipment.WarehouseId equals site.Id
            where warehouse == null || shipment.WarehouseId == warehouse
            select new { Exception = exception, shipment.Number, shipment.OrderId, site.Code },
            cancellationToken);
        var heads = await context.OrderHeadsAsync(found.Select(row => row.OrderId), cancellationToken);
        var people = await context.PeopleAsync(found.Select(row => row.Exception.OwnerId), cancellationToken);
        var (today, rates) = (context.Turn.Today, await context.RatesAsync(context.Turn.Today, cancellationToken));
        return
        [
            .. found.Select(row => new ExceptionRow(row.Exception, row.Number, row.Code, heads.GetValueOrDefault(row.OrderId), row.Exception.OwnerId is { } id ? people.GetValueOrDefault(id) : null))
                .OrderByDescending(row => row.Exception.ClosedOn is null)
                .ThenByDescending(row => Math.Max(1, row.AgeInDays(today)) * (row.Head is { } head ? rates.Convert(head.Total)?.Major ?? 1 : 1))
                .ThenBy(row => row.Shipment, StringComparer.Ordinal).ThenBy(row => row.Exception.Kind),
        ];
    }
}
