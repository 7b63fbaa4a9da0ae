using Copilot.Core;

namespace Copilot.Data.Import;

/// <summary>Opens a file and maps its columns: by a map that fits, by the kind that was named, or by recognising it.</summary>
internal static class FileOpening
{
    /// <summary>Either the file with its columns mapped, or the report that it is refused with.</summary>
    public static async Task<(MappedFile? Mapped, FileReport? Report)> OpenAsync(string path, ImportRequest request, IReadOnlyList<MapFile> maps, CancellationToken cancellationToken)
    {
        var full = Path.GetFullPath(path);
        var opened = await TableSource.OpenAsync(full, maps.FirstOrDefault(map => map.Sheet is not null)?.Sheet, cancellationToken);
        if (!opened.Ok)
        {
            return (null, Proposals.Unreadable(full, opened.Fault));
        }

        var source = opened.Value;
        var mapped = Map(source, request, maps);
        if (!mapped.Ok)
        {
            return (null, Proposals.Begin(source) with { Fault = mapped.Fault });
        }

        var map = mapped.Value;
        var settled = maps.Any(file => file.Fits(source.Header)) || map.Doubtful.Count == 0;
        if (settled && !map.Missing.Any() && !map.LacksAlternative)
        {
            return (new MappedFile(source, map), null);
        }

        var question = Proposals.Question(source.File.Name, map);
        return (null, Proposals.Begin(source) with
        {
            Kind = map.Kind.Name, Mapping = Proposals.Of(map, null), Questions = [question], Fault = new Fault(question.Code, question.Text, question.Answers),
            SavedMap = await MapStore.SaveAsync(request.MapFolder, new MappedFile(source, map), [], cancellationToken),
        });
    }

    private static Result<TableMap> Map(TableSource source, ImportRequest request, IReadOnlyList<MapFile> maps)
    {
        var kind = request.Kind is { } name ? ImportKinds.Find(name) : null;
        var fitting = maps.Where(map => map.Fits(source.Header) && (kind is null || map.Kind == kind)).MaxBy(map => map.Uses.Count);
        if (fitting is not null)
        {
            return fitting.Over(source.Header, source.File.Name);
        }

        // with one file and one map, the map is meant for it: say which column it lacks
        if (maps.Count == 1 && request.Files.Count == 1)
        {
            return kind is not null && maps[0].Kind != kind
                ? new Fault(ImportCodes.MapFile, $"The map {Path.GetFileName(maps[0].Path)} is for {maps[0].Kind.Name}, and --as says {kind.Name}. Leave one of them out.")
                : maps[0].Over(source.Header, source.File.Name);
        }

        return kind is null ? KindRecogniser.Recognise(source.File.Name, source.Header) : Matcher.Match(kind, source.Header);
    }
}
