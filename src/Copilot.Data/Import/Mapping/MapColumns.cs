using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Copilot.Data.Import;

/// <summary>
/// Reads what a map says about one column: a field's name, settings with 'field:', or a list of these when the column fills several fields.
/// </summary>
internal static class MapColumns
{
    /// <summary>The uses of a column.</summary>
    public static IEnumerable<ColumnUse> Read(ImportKind kind, string header, YamlNode node) => node switch
    {
        YamlScalarNode { Value: "" or null or "ignore" } => [],
        YamlSequenceNode several => several.Children.SelectMany(child => Read(kind, header, child)),
        YamlMappingNode settings => Settings(kind, header, settings),
        _ => [new ColumnUse(-1, header, MapNodes.Field(kind, node))],
    };

    private static IEnumerable<ColumnUse> Settings(ImportKind kind, string header, YamlMappingNode settings)
    {
        var field = MapNodes.Find(settings, "field") ?? throw new MapSyntaxException(MapNodes.Line(settings), $"'field:' is missing under '{header}'");
        var use = new ColumnUse(-1, header, MapNodes.Field(kind, field));
        foreach (var (key, value) in settings.Children)
        {
            use = MapNodes.Text(key) switch
            {
                "field" => use,
                "dates" => use with { Orders = Orders(value) },
                "decimal" => use with { Sign = Sign(value) },
                "empty" => use with { Empty = MapNodes.List(value).Select(word => word.Trim()).ToHashSet(StringComparer.OrdinalIgnoreCase) },
                "values" => use with { Values = MapNodes.Pairs(value).ToDictionary(pair => MapNodes.Text(pair.Key).Trim(), pair => MapNodes.Text(pair.Value).Trim(), StringComparer.OrdinalIgnoreCase) },
                "width" => use with { Width = Width(value) },
                var other => throw new MapSyntaxException(MapNodes.Line(value), $"'{other}' is unknown here; there are field, dates, decimal, empty, values and width"),
            };
        }

        return [use];
    }

    private static DateOrders Orders(YamlNode node)
    {
        var orders = DateOrders.None;
        foreach (var token in MapNodes.List(node))
        {
            orders |= DateOrderNames.TryParse(token, out var order) ? order : throw new MapSyntaxException(MapNodes.Line(node), $"'{token}' is no date order; there are dmy, mdy, ymd, named and serial");
        }

        return orders;
    }

    private static NumberSigns Sign(YamlNode node) => MapNodes.Text(node).Trim() switch
    {
        "." or "point" => NumberSigns.Point,
        "," or "comma" => NumberSigns.Comma,
        var other => throw new MapSyntaxException(MapNodes.Line(node), $"'{other}' is no decimal sign; write \".\" or \",\""),
    };

    private static int Width(YamlNode node) =>
        int.TryParse(MapNodes.Text(node), NumberStyles.None, CultureInfo.InvariantCulture, out var width) && width is > 0 and <= 60
            ? width
            : throw new MapSyntaxException(MapNodes.Line(node), "the width is a count of digits, 1 to 60");
}
