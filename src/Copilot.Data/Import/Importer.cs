using System.Data.Common;
using Copilot.Core;

namespace Copilot.Data.Import;

/// <summary>
/// Takes other systems' exports into the company's records: CSV, TSV and Excel. Each file is one transaction: all of it, the good rows of it
/// when asked so, or nothing. Importing the same file again changes nothing.
/// </summary>
public static class Importer
{
    /// <summary>The role that may import.</summary>
    public const string Role = "administrator";

    /// <summary>Takes files. A fault stops before the first; what becomes of each file stands in the report.</summary>
    /// <param name="store">Where to.</param>
    /// <param name="request">What, how, and by whom.</param>
    /// <param name="progress">Told a few times a second.</param>
    /// <param name="cancellationToken">Stops; the file at hand is then not taken.</param>
    public static async Task<Result<ImportReport>> RunAsync(CompanyStore store, ImportRequest request, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        var started = store.Clock.GetTimestamp();
        var profile = await store.ProfileAsync(cancellationToken);
        if (Refuse(request, profile) is { } refused)
        {
            return refused;
        }

        var maps = new List<MapFile>();
        foreach (var path in request.Maps)
        {
            var map = await MapFile.ReadAsync(path, cancellationToken);
            if (!map.Ok)
            {
                return map.Fault;
            }

            maps.Add(map.Value);
        }

        var files = new List<(int Rank, Func<Task<FileReport>> Take)>();
        foreach (var path in request.Files)
        {
            var opened = await FileOpening.OpenAsync(path, request, maps, cancellationToken);
            files.Add(opened.Mapped is { } mapped
                ? (mapped.Map.Kind.Rank, () => TakeAsync(store, request, profile!, mapped, progress, cancellationToken))
                : (int.MaxValue, () => Task.FromResult(opened.Report!)));
        }

        var reports = new List<FileReport>();
        foreach (var (_, take) in files.OrderBy(file => file.Rank))
        {
            reports.Add(await take());
        }

        return new ImportReport(reports, store.Clock.GetElapsedTime(started));
    }

    private static Fault? Refuse(ImportRequest request, CompanyProfile? profile)
    {
        if (profile is null)
        {
            return new Fault(ImportCodes.NoCompany, "There is no company here yet. Make one with: copilot init \"NAME\"", ["copilot init \"NAME\""]);
        }

        if (profile.IsSample)
        {
            return new Fault(ImportCodes.SampleCompany, $"These are the invented records of {profile.Name}; your own do not belong among them. Make a company of your own first with: copilot init \"NAME\"", ["copilot init \"NAME\""]);
        }

        if (!request.By.Roles.Contains(Role))
        {
            return new Fault(ImportCodes.NotAdministrator, "Importing is the administrator's. Ask whoever holds that role.");
        }

        if (request.DateOrder is { } order && !(DateOrderNames.TryParse(order, out var known) && known is DateOrders.Dmy or DateOrders.Mdy or DateOrders.Ymd))
        {
            return new Fault(ImportCodes.DateOrderUndecided, $"'{order}' is no date order: --date-order takes dmy, mdy or ymd.", ["--date-order dmy", "--date-order mdy", "--date-order ymd"]);
        }

        return request.Kind is { } kind && ImportKinds.Find(kind) is null
            ? new Fault(ImportCodes.KindUnknown, $"'{kind}' is no kind of record: --as takes {ImportKinds.Names}.", Nearest(kind))
            : null;
    }

    // what the store can meet at any time, and two imports that make the same record at once
    private static Fault? Trouble(DbException exception, CompanyStore store) => exception.SqlState is "23505" or "40001" or "40P01"
        ? new Fault(ImportCodes.Storage, "Others were writing the same records at the same time. Nothing of this file was taken; try again.")
        : StoreTrouble.Of(exception, store.Options);

    private static string[] Nearest(string kind) => [.. ImportKinds.All.Select(known => known.Name).OrderBy(name => Spelling.Edits(name, kind)).Take(3)];

    private static async Task<FileReport> TakeAsync(
        CompanyStore store, ImportRequest request, CompanyProfile profile, MappedFile file, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        try
        {
            return await new FileImport(store, request, profile, progress).RunAsync(file, cancellationToken);
        }
        catch (DbException exception) when (Trouble(exception, store) is { } fault)
        {
            return Proposals.Begin(file.Source) with { Kind = file.Map.Kind.Name, Fault = fault };
        }
    }
}
