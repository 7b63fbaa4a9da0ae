using Copilot.Core;

namespace Copilot.Data.Import;

/// <summary>Brings sums in line with what was just written. Each statement touches only rows of this file, and only where the value differs.</summary>
internal sealed class Settlements(Staging stage, StagePlan plan, ImportKind kind, Func<Type, EntityTable> tables, DateOnly today)
{
    /// <summary>Runs one settlement.</summary>
    public Task RunAsync(Settlement settlement, CancellationToken cancellationToken) => settlement switch
    {
        Settlement.OrderTotals => OrderTotalsAsync(cancellationToken),
        Settlement.OrderHolds => OrderHoldsAsync(cancellationToken),
        Settlement.OpenAmounts => OpenAmountsAsync(cancellationToken),
        Settlement.AppliedAmounts => AppliedAmountsAsync(cancellationToken),
        _ => throw new ArgumentOutOfRangeException(nameof(settlement)),
    };

    private Task OrderTotalsAsync(CancellationToken cancellationToken)
    {
        var (orders, lines) = (tables(typeof(Order)), tables(typeof(OrderLine)));
        return stage.RunAsync(
            $"UPDATE {orders.Name} AS t SET {orders.Column(nameof(Order.TotalMinor))} = x.total, \"Version\" = t.\"Version\" + 1 FROM ("
            + $"SELECT l.{lines.Column(nameof(OrderLine.OrderId))} AS id, CAST(SUM(l.{lines.Column(nameof(OrderLine.AmountMinor))}) AS BIGINT) AS total FROM {lines.Name} l "
            + $"WHERE l.{lines.Column(nameof(OrderLine.OrderId))} IN (SELECT o.\"Id\" FROM {orders.Name} o WHERE o.{orders.Column(nameof(Order.Number))} IN ({Numbers("number")})) GROUP BY l.{lines.Column(nameof(OrderLine.OrderId))}) x "
            + $"WHERE t.\"Id\" = x.id AND t.{orders.Column(nameof(Order.TotalMinor))} <> x.total",
            cancellationToken);
    }

    private async Task OrderHoldsAsync(CancellationToken cancellationToken)
    {
        if (!plan.Given(kind.Fields.First(field => field.Name == "status")))
        {
            return;
        }

        var (orders, holds) = (tables(typeof(Order)), tables(typeof(OrderHold)));
        await stage.RunAsync(
            $"UPDATE {holds.Name} AS t SET {holds.Column(nameof(OrderHold.ReleasedOn))} = {holds.Literal(nameof(OrderHold.ReleasedOn), today)}, \"Version\" = t.\"Version\" + 1 "
            + $"WHERE t.{holds.Column(nameof(OrderHold.ReleasedOn))} IS NULL AND t.{holds.Column(nameof(OrderHold.OrderId))} IN (SELECT o.\"Id\" FROM {orders.Name} o "
            + $"WHERE o.{orders.Column(nameof(Order.Number))} IN ({Numbers("number")}) AND o.{orders.Column(nameof(Order.Status))} <> '{nameof(OrderStatus.OnHold)}')",
            cancellationToken);
    }

    // a settlement that the source has taken back
    private Task OpenAmountsAsync(CancellationToken cancellationToken)
    {
        var invoices = tables(typeof(Invoice));
        var (open, amount) = (invoices.Column(nameof(Invoice.OpenMinor)), invoices.Column(nameof(Invoice.AmountMinor)));
        return stage.RunAsync(
            $"UPDATE {invoices.Name} AS t SET {open} = t.{amount} - {Applied("t")}, \"Version\" = t.\"Version\" + 1 "
            + $"WHERE t.{invoices.Column(nameof(Invoice.Number))} IN ({Numbers("number")}) AND t.{invoices.Column(nameof(Invoice.ClosedOn))} IS NULL AND t.{open} = 0 AND t.{amount} > {Applied("t")}",
            cancellationToken);
    }

    private async Task AppliedAmountsAsync(CancellationToken cancellationToken)
    {
        var (invoices, payments, applications) = (tables(typeof(Invoice)), tables(typeof(Payment)), tables(typeof(Application)));
        var (open, amount, closed) = (invoices.Column(nameof(Invoice.OpenMinor)), invoices.Column(nameof(Invoice.AmountMinor)), invoices.Column(nameof(Invoice.ClosedOn)));
        var left = $"(CASE WHEN t.{amount} > {Applied("t")} THEN t.{amount} - {Applied("t")} ELSE 0 END)";
        var on = $"(CASE WHEN t.{amount} > {Applied("t")} THEN NULL ELSE (SELECT MAX(a.{applications.Column(nameof(Application.AppliedOn))}) FROM {applications.Name} a WHERE a.{applications.Column(nameof(Application.InvoiceId))} = t.\"Id\") END)";
        await stage.RunAsync(
            $"UPDATE {invoices.Name} AS t SET {open} = {left}, {closed} = {on}, \"Version\" = t.\"Version\" + 1 "
            + $"WHERE t.{invoices.Column(nameof(Invoice.Number))} IN ({Numbers("invoice")}) AND (t.{open} <> {left} OR t.{closed} IS DISTINCT FROM {on})",
            cancellationToken);

        var (unapplied, paid) = (payments.Column(nameof(Payment.UnappliedMinor)), payments.Column(nameof(Payment.AmountMinor)));
        var rest = $"(t.{paid} - COALESCE((SELECT SUM(a.{applications.Column(nameof(Application.AmountMinor))}) FROM {applications.Name} a "
            + $"WHERE a.{applications.Column(nameof(Application.PaymentId))} = t.\"Id\" AND a.{applications.Column(nameof(Application.Kind))} = '{nameof(ApplicationKind.Payment)}'), 0))";
        var stays = $"(CASE WHEN {rest} > 0 THEN {rest} ELSE 0 END)";
        await stage.RunAsync(
            $"UPDATE {payments.Name} AS t SET {unapplied} = {stays}, \"Version\" = t.\"Version\" + 1 "
            + $"WHERE t.{payments.Column(nameof(Payment.Number))} IN ({Numbers("payment")}) AND t.{unapplied} <> {stays}",
            cancellationToken);
    }

    private string Applied(string invoice)
    {
        var applications = tables(typeof(Application));
        return $"COALESCE((SELECT SUM(a.{applications.Column(nameof(Application.AmountMinor))}) FROM {applications.Name} a WHERE a.{applications.Column(nameof(Application.InvoiceId))} = {invoice}.\"Id\"), 0)";
    }

    private string Numbers(string field)
    {
        var staged = kind.Fields.First(candidate => candidate.Name == field);
        return plan.Staged(staged) ? $"SELECT \"{staged.Column}\" FROM {Staging.Rows}" : "NULL";
    }
}
