namespace Copilot.Data.Import;

/// <summary>What is printed about how a file is understood.</summary>
internal static class Proposals
{
    /// <summary>A report of a file that could be opened.</summary>
    public static FileReport Begin(TableSource source) => new()
    {
        File = source.File.Name, Path = source.File.Path, Outcome = FileOutcome.Refused, Sha256 = source.File.Sha256,
        Format = source.Format.IsWorkbook ? "Excel workbook" : $"{source.Format.DelimiterName}-separated, {source.Format.EncodingName}",
    };

    /// <summary>A report of a file that could not.</summary>
    public static FileReport Unreadable(string path, Core.Fault fault) => new() { File = Path.GetFileName(path), Path = path, Outcome = FileOutcome.Refused, Fault = fault };

    /// <summary>Column by column.</summary>
    public static IReadOnlyList<ColumnProposal> Of(TableMap map, ColumnDecisions? decisions) =>
    [
        .. map.Uses.OrderBy(use => use.Column).Select(use => new ColumnProposal(use.Header, use.Field.Name, use.How, decisions?.Format(use) ?? "", Sure: true)),
        .. map.Doubtful.Select(doubt => new ColumnProposal(doubt.Header, doubt.Field.Name, "a guess", "", Sure: false)),
        .. map.Unused.Select(header => new ColumnProposal(header, null, "not used", "", Sure: true)),
    ];

    /// <summary>The question that a map with gaps asks.</summary>
    public static ImportQuestion Question(string file, TableMap map)
    {
        var asked = new List<string>();
        var missing = map.Missing.ToArray();
        foreach (var field in missing)
        {
            asked.Add($"Which column holds {field.Name} ({field.What})?");
        }

        if (map.LacksAlternative)
        {
            asked.Add($"One of {string.Join(", ", map.Kind.OneOf.Select(field => field.Name))} is needed.");
        }

        foreach (var (_, header, field, _) in map.Doubtful)
        {
            asked.Add($"Is '{header}' {field.Name} ({field.What})?");
        }

        return new ImportQuestion(ImportCodes.ColumnsUnclear, "", $"The columns of {file} are not clear. {string.Join(" ", asked)}", ["correct the saved map and give it with --map"]);
    }
}
