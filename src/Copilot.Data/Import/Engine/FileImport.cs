using Copilot.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Copilot.Data.Import;

/// <summary>Takes one file from its first byte to its last row stored, or says why not.</summary>
internal sealed class FileImport(CompanyStore store, ImportRequest request, CompanyProfile profile, IProgress<ImportProgress>? progress)
{
    // two digits of a year reach this far ahead: due dates and shelf lives lie in the future
    private const int YearsAhead = 10;

    private readonly int _lastYear = Math.Max(request.Today.Year, store.Clock.GetUtcNow().Year) + YearsAhead;

    /// <summary>Takes a file whose columns are mapped.</summary>
    public async Task<FileReport> RunAsync(MappedFile file, CancellationToken cancellationToken)
    {
        var started = store.Clock.GetTimestamp();
        var meter = new ProgressMeter(file.Source.File.Name, progress, store.Clock);
        var findings = new Findings(file.Source.File.Name, Headers(file.Map), request.FaultLimit);
        FileReport report;
        try
        {
            var scan = TableScan.Run(file.Source, file.Map, _lastYear, meter, cancellationToken);
            var decisions = new ColumnDecisions(scan, DateOrderNames.TryParse(request.DateOrder ?? "", out var answer) ? answer : DateOrders.None);
            report = Report(file, decisions) with { Rows = scan.Rows };
            foreach (var note in decisions.Notes.Concat(file.Source.Note is { } source ? [source] : []))
            {
                findings.Warn(note, 0, "");
            }

            report = decisions.Questions.Count > 0
                ? await AskAsync(report, file, decisions, decisions.Questions, findings, cancellationToken)
                : await TakeAsync(report, file, scan, decisions, findings, meter, cancellationToken);
        }
        catch (UnreadableTableException exception)
        {
            report = Report(file, null) with { Fault = exception.Fault };
        }

        return report with
        {
            RowFaults = findings.Faults, RowFaultCount = findings.FaultCount, Warnings = findings.Warnings, Elapsed = store.Clock.GetElapsedTime(started),
        };
    }

    private static Dictionary<Field, string> Headers(TableMap map) => map.Uses.GroupBy(use => use.Field).ToDictionary(group => group.Key, group => group.First().Header);

    private static FileReport Report(MappedFile file, ColumnDecisions? decisions) => Proposals.Begin(file.Source) with
    {
        Kind = file.Map.Kind.Name, Mapping = Proposals.Of(file.Map, decisions),
    };

    // what cannot be told is asked, and a map to answer in is laid out
    private async Task<FileReport> AskAsync(
        FileReport report, MappedFile file, ColumnDecisions decisions, IReadOnlyList<ImportQuestion> questions, Findings findings, CancellationToken cancellationToken)
    {
        SuspectRows.List(file.Source, decisions.Mixed, _lastYear, findings, cancellationToken);
        var first = questions[0];
        return report with
        {
            Questions = questions, Fault = new Fault(first.Code, first.Text, first.Answers),
            SavedMap = await MapStore.SaveAsync(request.MapFolder, file, decisions.Suggestions, cancellationToken),
        };
    }

    private async Task<FileReport> TakeAsync(
        FileReport report, MappedFile file, TableScan scan, ColumnDecisions decisions, Findings findings, ProgressMeter meter, CancellationToken cancellationToken)
    {
        await using var context = store.Company();
        var plan = new StagePlan(file.Map);
        var references = await References.LoadAsync(context, file.Map, new StubMaker(profile.BaseCurrency), findings, cancellationToken);
        await using var stage = Staging.On(context, plan);
        await stage.CreateAsync(cancellationToken);
        var suggestions = decisions.Suggestions.ToList();
        if (await FillAsync(stage, file, scan, decisions, references, findings, meter, cancellationToken) is { } fault)
        {
            return report with { Fault = fault };
        }

        meter.Report(ImportPhase.Storing, report.Rows, 0);
        var entities = new Dictionary<Type, EntityTable>();
        EntityTable Table(Type entity) => entities.TryGetValue(entity, out var table) ? table : entities[entity] = new EntityTable(context, entity, profile.BaseCurrency);
        var checks = new StageChecks(stage, plan, file.Map.Kind, Table, findings);
        await checks.RunAsync(cancellationToken);
        if (checks.WidthOfKnownNumbers > 0 && file.Map.Uses.FirstOrDefault(use => use.Field == file.Map.Kind.Identity[0]) is { } number)
        {
            suggestions.Add(new MapSuggestion(number, "fills up the leading zeros that were lost") { Width = checks.WidthOfKnownNumbers });
        }

        WarnOfLostZeros(scan, checks, findings);
        if (findings.FaultCount > 0 && !request.SkipBadRows)
        {
            return await RefuseAsync(report, file, suggestions, findings, cancellationToken);
        }

        await checks.RemoveAsync(checks.WrongLines, cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var writer = new RecordWriter(store, stage, plan, file, references, checks, findings, Table, request.Today);
        var tables = await writer.WriteAsync(context, transaction, cancellationToken);
        if (findings.FaultCount > 0 && !request.SkipBadRows)
        {
            await transaction.RollbackAsync(cancellationToken);
            return await RefuseAsync(report, file, suggestions, findings, cancellationToken);
        }

        meter.Report(ImportPhase.Storing, report.Rows, 1);
        return await CloseAsync(report with { Confirmed = writer.Overlays.Confirmed, Overtaken = writer.Overlays.Overtaken, StillWaiting = writer.Overlays.Waiting }, transaction, tables, findings, cancellationToken);
    }

    private async Task<FileReport> CloseAsync(FileReport report, IDbContextTransaction transaction, IReadOnlyList<TableCount> tables, Findings findings, CancellationToken cancellationToken)
    {
        if (request.DryRun)
        {
            await transaction.RollbackAsync(cancellationToken);
        }
        else
        {
            await transaction.CommitAsync(cancellationToken);
        }

        return report with { Outcome = request.DryRun ? FileOutcome.Rehearsed : FileOutcome.Taken, Tables = tables, Skipped = findings.WrongRows };
    }

    private async Task<FileReport> RefuseAsync(FileReport report, MappedFile file, List<MapSuggestion> suggestions, Findings findings, CancellationToken cancellationToken)
    {
        var saved = suggestions.Count > 0 ? await MapStore.SaveAsync(request.MapFolder, file, suggestions, cancellationToken) : null;
        var first = findings.Faults.Count > 0 ? $" The first: {findings.Faults[0]}." : "";
        var rows = findings.WrongRows == 1 ? "One row is" : $"{findings.WrongRows:N0} rows are";
        var help = saved is null ? "Correct them, or take the others with --skip-bad-rows." : $"Correct them, take the others with --skip-bad-rows, or say in the map {saved} what the values mean.";
        return report with { SavedMap = saved, Fault = new Fault(ImportCodes.RowsWrong, $"{rows} wrong, so nothing of {report.File} was taken.{first} {help}") };
    }

    private async Task<Fault?> FillAsync(
        Staging stage, MappedFile file, TableScan scan, ColumnDecisions decisions, References references, Findings findings, ProgressMeter meter, CancellationToken cancellationToken)
    {
        var readers = new CellReaders(_lastYear, findings);
        var constants = new List<(Field Field, Cell Cell)>();
        foreach (var (field, text) in file.Map.Constants)
        {
            var cell = default(Cell);
            if (readers.ForConstant(field).Read(text, ref cell) is { } reason)
            {
                return new Fault(ImportCodes.MapFile, $"The map gives {field.Name} the value '{text}', which {reason}.");
            }

            constants.Add((field, cell));
        }

        var columns = scan.Columns.Select(column => (column.Use, readers.For(column, decisions)));
        var pipeline = new RowPipeline(file.Map, columns, constants, references, findings, new CompletionContext(request.Today, profile.BaseCurrency));
        readers.Draft = pipeline.Draft;
        await stage.BeginAsync(cancellationToken);
        using var rows = file.Source.Rows();
        long count = 0;
        while (rows.Read())
        {
            if (pipeline.Read(rows, file.Source.Header.Count))
            {
                stage.Add(pipeline.Draft);
            }

            meter.Row(ImportPhase.Reading, ++count, rows, cancellationToken);
        }

        await stage.EndAsync(cancellationToken);
        return null;
    }

    private static void WarnOfLostZeros(TableScan scan, StageChecks checks, Findings findings)
    {
        foreach (var column in scan.Columns.Where(column => column.Use.Field.Type == FieldType.Key && column.LengthBeforeZerosWereLost > 0 && checks.WidthOfKnownNumbers == 0))
        {
            findings.Warn($"{column.Use.Header} looks as if leading zeros were lost: most numbers have {column.LengthBeforeZerosWereLost} digits, a tenth one less. 'width: {column.LengthBeforeZerosWereLost}' in a map fills them up", 0, "");
        }
    }
}
