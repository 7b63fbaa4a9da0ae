using System.Globalization;
using Copilot.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Copilot.Data;

/// <summary>Puts a changed or made record into words that need no key: the document it belongs to, and names in the place of references.</summary>
internal sealed class OverlayWords(CompanyContext context)
{
    private static readonly string[] NaturalKeys = ["Number", "Code", "Sku", "Key", "Name"];

    // what a record without a number of its own is known by, nearest first
    private static readonly string[] Parents = ["OrderId", "InvoiceId", "CreditNoteId", "BatchId", "CustomerId"];

    /// <summary>A record that was made here.</summary>
    public async Task<Overlay> MadeAsync(EntityEntry entry, CancellationToken cancellationToken)
    {
        var row = await BeginAsync(entry, "", cancellationToken);
        var parts = new List<string>();
        foreach (var property in entry.Metadata.GetProperties().Where(property => OverlayFields.Mirrors(property.Name)))
        {
            if (await ContentAsync(entry, property, row.Currency, cancellationToken) is { Length: > 0 } text)
            {
                parts.Add($"{OverlayText.Name(property.Name)}={text}");
            }
        }

        row.AfterText = string.Join("; ", parts.Order(StringComparer.Ordinal));
        return row;
    }

    /// <summary>A field that was given another value.</summary>
    public async Task<Overlay> ChangedAsync(EntityEntry entry, string field, object? before, CancellationToken cancellationToken)
    {
        var row = await BeginAsync(entry, field, cancellationToken);
        var property = entry.Property(field).Metadata;
        var now = entry.Property(field).CurrentValue;
        (row.Before, row.After) = (OverlayText.Raw(property, before), OverlayText.Raw(property, now));
        row.BeforeText = await TextAsync(property, before, row.Currency, cancellationToken);
        row.AfterText = await TextAsync(property, now, row.Currency, cancellationToken);
        return row;
    }

    private async Task<Overlay> BeginAsync(EntityEntry entry, string field, CancellationToken cancellationToken) => new()
    {
        Record = entry.Metadata.ClrType.Name, RecordKey = KeyOf(entry), Document = await DocumentAsync(entry, cancellationToken), Field = field,
        Currency = await CurrencyAsync(entry, cancellationToken),
        OrderId = entry.Entity switch { Order order => order.Id, OrderLine or OrderHold or OrderReturn => Reference<Order>(entry), _ => null },
        InvoiceId = entry.Entity is Invoice invoice ? invoice.Id : Reference<Invoice>(entry),
        CustomerId = Reference<Customer>(entry),
    };

    private static int KeyOf(EntityEntry entry) => int.Parse(OverlayText.Raw(entry.Property("Id").Metadata, entry.Property("Id").CurrentValue)!, CultureInfo.InvariantCulture);

    private static Id<TEntity>? Reference<TEntity>(EntityEntry entry)
        where TEntity : Entity => entry.Metadata.FindProperty(typeof(TEntity).Name + "Id") is { } property ? (Id<TEntity>?)entry.Property(property).CurrentValue : null;

    private async Task<string> DocumentAsync(EntityEntry entry, CancellationToken cancellationToken)
    {
        if (Natural(entry) is { Length: > 0 } own)
        {
            return own;
        }

        var line = entry.Metadata.FindProperty("LineNo") is { } number ? string.Create(CultureInfo.InvariantCulture, $" line {entry.Property(number).CurrentValue}") : "";
        foreach (var parent in Parents)
        {
            if (entry.Metadata.FindProperty(parent) is { } property && await PrincipalAsync(property, entry.Property(property).CurrentValue, cancellationToken) is { } found)
            {
                return await DocumentAsync(found, cancellationToken) + line;
            }
        }

        return entry.Metadata.ClrType.Name;
    }

    private async Task<CurrencyCode?> CurrencyAsync(EntityEntry entry, CancellationToken cancellationToken)
    {
        if (entry.Metadata.FindProperty("Currency") is { } own)
        {
            return (CurrencyCode?)entry.Property(own).CurrentValue;
        }

        foreach (var parent in Parents)
        {
            if (entry.Metadata.FindProperty(parent) is { } property && await PrincipalAsync(property, entry.Property(property).CurrentValue, cancellationToken) is { } found)
            {
                return await CurrencyAsync(found, cancellationToken);
            }
        }

        return null;
    }

    private static string? Natural(EntityEntry entry) =>
        NaturalKeys.Select(entry.Metadata.FindProperty).FirstOrDefault(property => property is not null) is { } natural ? entry.Property(natural).CurrentValue as string : null;

    private async Task<EntityEntry?> PrincipalAsync(IProperty property, object? key, CancellationToken cancellationToken)
    {
        var principal = property.GetContainingForeignKeys().FirstOrDefault()?.PrincipalEntityType.ClrType;
        return principal is not null && key is not null && await context.FindAsync(principal, [key], cancellationToken) is { } found ? context.Entry(found) : null;
    }

    private async Task<string> TextAsync(IProperty property, object? value, CurrencyCode? currency, CancellationToken cancellationToken) =>
        await PrincipalAsync(property, value, cancellationToken) is { } principal ? await DocumentAsync(principal, cancellationToken)
            : OverlayText.Shown(property.ClrType, property.Name, OverlayText.Raw(property, value), currency);

    // amounts in plain figures: what is handed over is read by a machine too
    private async Task<string> ContentAsync(EntityEntry entry, IProperty property, CurrencyCode? currency, CancellationToken cancellationToken)
    {
        var value = entry.Property(property).CurrentValue;
        return value is long minor && OverlayText.IsAmount(property.Name) && currency is { } known ? new Money(minor, known).Major.ToString(CultureInfo.InvariantCulture)
            : await TextAsync(property, value, currency, cancellationToken);
    }
}
