using Copilot.Core;

namespace Copilot.Data.Import;

/// <summary>Recognises what a file holds by its headings.</summary>
internal static class KindRecogniser
{
    private const int MostMissing = 2;

    // one heading that many kinds share ("description") is no ground to take a file without asking
    private const int LeastColumns = 2;
    private const double LeastScore = 1.4;

    /// <summary>The kind whose fields the headings fit best; a fault when none fits or two fit alike.</summary>
    public static Result<TableMap> Recognise(string file, IReadOnlyList<string> header)
    {
        var ranked = ImportKinds.All.Select(kind => Matcher.Match(kind, header)).Select(map => (Map: map, Score: Score(map)))
            .OrderByDescending(candidate => candidate.Score).ToArray();
        var complete = ranked.Where(candidate => !candidate.Map.Missing.Any() && !candidate.Map.LacksAlternative && candidate.Score >= LeastScore && candidate.Map.Uses.Count >= LeastColumns).ToArray();
        if (complete.Length > 0 && Fuller(complete[0].Map, ranked.Select(candidate => candidate.Map)) is { } fuller)
        {
            string[] either = [fuller.Kind.Name, complete[0].Map.Kind.Name];
            return new Fault(
                ImportCodes.KindUnknown,
                $"{file} may hold {either[0]} or {either[1]}: more of its columns are of {either[0]}, but not all that those need was found. Say which with --as, for instance --as {either[0]}.",
                [.. either.Select(name => $"--as {name}")]);
        }

        if (complete.Length > 0 && (complete.Length == 1 || complete[0].Score >= complete[1].Score + 0.3))
        {
            return complete[0].Map;
        }

        // what else would fit with a little help: one or two of the required fields are there
        var likely = ranked.Where(candidate => candidate.Score > 0).Take(3).Select(candidate => candidate.Map.Kind.Name).ToArray();
        if (complete.Length > 1)
        {
            likely = [.. complete.Where(candidate => candidate.Score > complete[0].Score - 0.3).Select(candidate => candidate.Map.Kind.Name)];
            return new Fault(ImportCodes.KindUnknown, $"{file} may hold {string.Join(" or ", likely)}: say which with --as, for instance --as {likely[0]}.", [.. likely.Select(name => $"--as {name}")]);
        }

        var hint = likely.Length > 0 ? $" The headings are nearest to {string.Join(", ", likely)}." : "";
        return new Fault(ImportCodes.KindUnknown, $"What {file} holds cannot be told from its headings ({Shown(header)}). Say it with --as: {ImportKinds.Names}.{hint}", [.. likely.Select(name => $"--as {name}")]);
    }

    // a delivery history has all that a list of products needs, and is none: another kind explains more of it, though some heading was not recognised
    private static TableMap? Fuller(TableMap chosen, IEnumerable<TableMap> all)
    {
        var best = all.MaxBy(Explained)!;
        return best.Kind != chosen.Kind && best.Missing.Count() <= MostMissing && Explained(best) >= Explained(chosen) + 2 ? best : null;
    }

    private static int Explained(TableMap map) => map.Uses.Count + map.Doubtful.Count;

    // a heading that fits by a field's own words counts one, by a word that many kinds share a little; missing ones weigh against
    private static double Score(TableMap map)
    {
        double fits = 0;
        foreach (var use in map.Uses)
        {
            var rank = Matcher.Names(use.Field).Where(name => name.Heading.Key == HeadingText.Key(use.Header)).Min(name => name.Rank);
            fits += rank < 1000 ? 1 : 0.4;
        }

        return fits - (2 * map.Missing.Count()) - (map.LacksAlternative ? 2 : 0);
    }

    private static string Shown(IReadOnlyList<string> header) => string.Join(", ", header.Take(8)) + (header.Count > 8 ? ", …" : "");
}
