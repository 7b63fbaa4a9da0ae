using System.Globalization;
using Copilot.Core;
using Copilot.Data;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Connectors.Company;

/// <summary>
/// What was confirmed here and waits in the system that the records come from: the file that system can take. A change stands in it until an import
/// shows that it was taken, or a person says so.
/// </summary>
public static class HandOver
{
    /// <summary>Writes all that waits, oldest first: JSON where the file's name ends so, else comma-separated values.</summary>
    /// <returns>How many changes, and of how many effects.</returns>
    public static async Task<(int Changes, int Effects)> WriteAsync(CompanyStore store, FileInfo file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(file);
        var lines = await LinesAsync(store, cancellationToken);
        var made = new FileInfo(file.FullName + ".new");
        await using (var stream = made.Create())
        {
            await (file.Extension.Equals(".json", StringComparison.OrdinalIgnoreCase) ? HandOverFile.JsonAsync(lines, stream, cancellationToken) : HandOverFile.CsvAsync(lines, stream, cancellationToken));
        }

        made.MoveTo(file.FullName, overwrite: true);
        return (lines.Count, lines.Select(line => line.Effect).Distinct(StringComparer.Ordinal).Count());
    }

    /// <summary>
    /// A person says that the other system has taken an effect, for what no import shows: returns, addresses. What imports show is still compared.
    /// </summary>
    /// <returns>How many changes are no longer handed over.</returns>
    public static async Task<int> TakenAsync(CompanyStore store, string effect, string by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        await using var context = store.Company();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await OverlayLock.AloneAsync(context, cancellationToken);
        var rows = await context.Overlays.Where(row => row.Effect == effect && row.State == OverlayState.Waiting).ToListAsync(cancellationToken);
        foreach (var row in rows)
        {
            (row.State, row.SettledAt, row.SettledBy) = (OverlayState.Confirmed, store.Clock.GetUtcNow(), by);
        }

        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return rows.Count;
    }

    private static async Task<List<HandOverLine>> LinesAsync(CompanyStore store, CancellationToken cancellationToken)
    {
        await using var context = store.Company();
        var people = await context.People.AsNoTracking().ToDictionaryAsync(person => person.Id, person => person.Key, cancellationToken);
        var rows = await context.Overlays.AsNoTracking().Where(row => row.State == OverlayState.Waiting).OrderBy(row => row.At).ThenBy(row => row.Id).ToListAsync(cancellationToken);
        return [.. rows.Select(row => new HandOverLine(
            row.Effect, OverlayText.Name(row.Record), row.Document, row.Field.Length == 0 ? "" : OverlayText.Name(row.Field), Plain(row, row.Before, row.BeforeText), Plain(row, row.After, row.AfterText),
            row.Currency?.Code ?? "", row.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), row.ById is { } by ? people.GetValueOrDefault(by, "") : "", row.Reason))];
    }

    // an amount as a plain figure, its currency beside it
    private static string Plain(Overlay row, string? raw, string text) =>
        OverlayText.IsAmount(row.Field) && row.Currency is { } currency && long.TryParse(raw, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var minor)
            ? new Money(minor, currency).Major.ToString("F" + currency.MinorDigits, CultureInfo.InvariantCulture)
            : text;
}

/// <summary>A line of the hand-over file.</summary>
internal sealed record HandOverLine(string Effect, string Record, string Number, string Field, string Before, string Now, string Currency, string At, string By, string Reason)
{
    /// <summary>The columns' names.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["effect", "record", "number", "field", "before", "now", "currency", "at", "by", "reason"];

    /// <summary>The values, as the columns stand.</summary>
    public IReadOnlyList<string> Values => [Effect, Record, Number, Field, Before, Now, Currency, At, By, Reason];
}
