using System.Globalization;
using Copilot.Core;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Copilot.Data.Import;

/// <summary>A map as written in YAML, not yet laid over a file.</summary>
internal sealed class MapFile
{
    private MapFile(string path, ImportKind kind) => (Path, Kind) = (path, kind);

    /// <summary>The file it is from.</summary>
    public string Path { get; }

    /// <summary>The kind of record.</summary>
    public ImportKind Kind { get; }

    /// <summary>The sheet of a workbook; the first when nothing is said.</summary>
    public string? Sheet { get; private set; }

    /// <summary>Fields with the same value in every row.</summary>
    public IReadOnlyDictionary<Field, string> Constants { get; private set; } = new Dictionary<Field, string>();

    /// <summary>Columns in use, their place not known yet.</summary>
    public IReadOnlyList<ColumnUse> Uses { get; private set; } = [];

    /// <summary>Reads a map.</summary>
    public static async Task<Result<MapFile>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        string text;
        try
        {
            text = await File.ReadAllTextAsync(path, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new Fault(ImportCodes.MapFile, $"The map {path} cannot be read: {exception.Message}");
        }

        try
        {
            var yaml = new YamlStream();
            yaml.Load(new StringReader(text));
            return yaml.Documents.Count == 1 && yaml.Documents[0].RootNode is YamlMappingNode root
                ? Build(path, root)
                : throw new MapSyntaxException(1, "a map begins with 'kind:' and has 'columns:' below it");
        }
        catch (YamlException exception)
        {
            return Broken(path, exception.Start.Line, "this is no YAML: " + exception.Message);
        }
        catch (MapSyntaxException exception)
        {
            return Broken(path, exception.Line, exception.Message);
        }
    }

    /// <summary>Whether all its columns are in a header.</summary>
    public bool Fits(IReadOnlyList<string> header) => Uses.All(use => Column(use.Header, header) >= 0);

    /// <summary>Lays it over a file's header; a fault names the column that the file lacks.</summary>
    public Result<TableMap> Over(IReadOnlyList<string> header, string file)
    {
        var placed = new List<ColumnUse>();
        foreach (var use in Uses)
        {
            var column = Column(use.Header, header);
            if (column < 0)
            {
                var near = header.Where(name => new Heading(name).Likeness(new Heading(use.Header)) > 0).ToArray();
                return new Fault(ImportCodes.MapFile, $"The map {System.IO.Path.GetFileName(Path)} names a column '{use.Header}', which {file} does not have. Correct the map, or leave it out.", near);
            }

            placed.Add(use with { Column = column });
        }

        var used = placed.Select(use => use.Column).ToHashSet();
        return new TableMap(Kind, placed, Constants)
        {
            Unused = [.. Enumerable.Range(0, header.Count).Where(column => !used.Contains(column) && header[column].Length > 0).Select(column => header[column])],
        };
    }

    private static int Column(string name, IReadOnlyList<string> header)
    {
        for (var i = 0; i < header.Count; i++)
        {
            if (string.Equals(header[i], name.Trim(), StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
    }

    private static Fault Broken(string path, long line, string what) =>
        new(ImportCodes.MapFile, $"The map {System.IO.Path.GetFileName(path)} is wrong at line {line.ToString(CultureInfo.InvariantCulture)}: {what}.");

    private static MapFile Build(string path, YamlMappingNode root)
    {
        var name = MapNodes.Text(MapNodes.Find(root, "kind") ?? throw new MapSyntaxException(1, "'kind:' is missing; it is one of " + ImportKinds.Names));
        var kind = ImportKinds.Find(name) ?? throw new MapSyntaxException(MapNodes.Line(MapNodes.Find(root, "kind")!), $"'{name}' is no kind; it is one of {ImportKinds.Names}");
        foreach (var (key, value) in root.Children)
        {
            if (MapNodes.Text(key) is not ("kind" or "sheet" or "constants" or "columns" or "ignore"))
            {
                throw new MapSyntaxException(MapNodes.Line(value), $"'{MapNodes.Text(key)}' is unknown here; there are kind, sheet, constants, columns and ignore");
            }
        }

        return new MapFile(path, kind)
        {
            Sheet = MapNodes.Find(root, "sheet") is { } sheet ? MapNodes.Text(sheet) : null,
            Constants = MapNodes.Pairs(MapNodes.Find(root, "constants")).ToDictionary(pair => MapNodes.Field(kind, pair.Key), pair => MapNodes.Text(pair.Value)),
            Uses = [.. MapNodes.Pairs(MapNodes.Find(root, "columns")).SelectMany(pair => MapColumns.Read(kind, MapNodes.Text(pair.Key), pair.Value))],
        };
    }
}
