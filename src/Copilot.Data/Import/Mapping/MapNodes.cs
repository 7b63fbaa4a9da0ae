using YamlDotNet.RepresentationModel;

namespace Copilot.Data.Import;

/// <summary>Reads parts of a map.</summary>
internal static class MapNodes
{
    /// <summary>The node of a name; nothing when it is not there.</summary>
    public static YamlNode? Find(YamlMappingNode node, string name) => node.Children.TryGetValue(new YamlScalarNode(name), out var found) ? found : null;

    /// <summary>Its line.</summary>
    public static long Line(YamlNode node) => node.Start.Line;

    /// <summary>The text of a plain value.</summary>
    public static string Text(YamlNode node) => node is YamlScalarNode scalar ? scalar.Value ?? "" : throw new MapSyntaxException(Line(node), "a plain word or text is wanted here");

    /// <summary>The pairs of a node, none when it is not there.</summary>
    public static IEnumerable<KeyValuePair<YamlNode, YamlNode>> Pairs(YamlNode? node) => node switch
    {
        null or YamlScalarNode { Value: "" or null } => [],
        YamlMappingNode mapping => mapping.Children,
        _ => throw new MapSyntaxException(Line(node), "pairs 'name: value' are wanted here"),
    };

    /// <summary>A list, or one text as a list of one.</summary>
    public static IEnumerable<string> List(YamlNode node) => node is YamlSequenceNode sequence ? sequence.Children.Select(Text) : [Text(node)];

    /// <summary>A field by name.</summary>
    public static Field Field(ImportKind kind, YamlNode node)
    {
        var name = Text(node);
        return kind.Fields.FirstOrDefault(field => !field.Derived && field.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? throw new MapSyntaxException(Line(node), $"'{name}' is no field of {kind.Name}; there are {string.Join(", ", kind.Fields.Where(field => !field.Derived).Select(field => field.Name))}");
    }
}
