using System.Text;

namespace Copilot.Data.Import;

/// <summary>Writes a map for a person to look through and correct.</summary>
internal static class MapWriter
{
    /// <summary>The map as YAML, with what is in doubt as remarks beside it.</summary>
    /// <param name="map">The map as far as it goes.</param>
    /// <param name="file">The file it is for.</param>
    /// <param name="suggestions">Settings that the columns' values ask for.</param>
    public static string Write(TableMap map, string file, IReadOnlyList<MapSuggestion> suggestions)
    {
        var yaml = new StringBuilder();
        yaml.Append("# How the columns of ").Append(file).Append(" become ").Append(map.Kind.What).Append(".\n");
        yaml.Append("# Correct it, then run the import again with --map and this file.\n");
        yaml.Append("kind: ").Append(map.Kind.Name).Append('\n');
        if (map.Constants.Count > 0)
        {
            yaml.Append("constants:\n");
            foreach (var (field, value) in map.Constants)
            {
                yaml.Append("  ").Append(field.Name).Append(": ").Append(Quote(value)).Append('\n');
            }
        }

        yaml.Append("columns:\n");
        foreach (var use in map.Uses.OrderBy(use => use.Column))
        {
            Column(yaml, use.Header, use.Field.Name, suggestions.Where(suggestion => suggestion.Use == use).ToArray(), use, remark: null);
        }

        foreach (var (_, header, field, _) in map.Doubtful)
        {
            Column(yaml, header, field.Name, [], use: null, remark: "a guess: is it right? 'ignore' leaves the column out");
        }

        foreach (var field in map.Missing.Where(field => map.Doubtful.All(doubt => doubt.Field != field)))
        {
            yaml.Append("  # \"the column that holds it\": ").Append(field.Name).Append("   # needed: ").Append(field.What).Append('\n');
        }

        if (map.Unused.Count > 0)
        {
            yaml.Append("ignore: [").AppendJoin(", ", map.Unused.Select(Quote)).Append("]\n");
        }

        yaml.Append("# Fields of ").Append(map.Kind.Name).Append(" that no column fills yet:\n");
        foreach (var field in map.Kind.Fields.Where(field => !field.Derived && !map.Gives(field)))
        {
            yaml.Append("#   ").Append(field.Name).Append(": ").Append(field.What).Append('\n');
        }

        return yaml.ToString();
    }

    private static void Column(StringBuilder yaml, string header, string field, MapSuggestion[] suggestions, ColumnUse? use, string? remark)
    {
        var settings = Settings(use is null ? null : suggestions.Aggregate(use, (settled, suggestion) => suggestion.Apply(settled))).ToArray();
        yaml.Append("  ").Append(Quote(header)).Append(": ");
        if (settings.Length == 0)
        {
            yaml.Append(field);
        }
        else
        {
            yaml.Append("{field: ").Append(field).Append(", ").AppendJoin(", ", settings).Append('}');
        }

        var remarks = suggestions.Select(suggestion => suggestion.Remark).Prepend(remark).Where(text => text is not null).ToArray();
        yaml.Append(remarks.Length > 0 ? "   # " : "").AppendJoin("; ", remarks).Append('\n');
    }

    private static IEnumerable<string> Settings(ColumnUse? use)
    {
        if (use is null)
        {
            yield break;
        }

        if (use.Orders != DateOrders.None)
        {
            yield return $"dates: [{string.Join(", ", DateOrderNames.Tokens(use.Orders))}]";
        }

        if (use.Sign != NumberSigns.None)
        {
            yield return $"decimal: \"{(use.Sign == NumberSigns.Comma ? "," : ".")}\"";
        }

        if (use.Empty.Count > 0)
        {
            yield return $"empty: [{string.Join(", ", use.Empty.Select(Quote))}]";
        }

        if (use.Values.Count > 0)
        {
            yield return $"values: {{{string.Join(", ", use.Values.Select(pair => $"{Quote(pair.Key)}: {Quote(pair.Value)}"))}}}";
        }

        if (use.Width > 0)
        {
            yield return $"width: {use.Width}";
        }
    }

    /// <summary>A text in double quotes, as YAML reads it back unchanged.</summary>
    public static string Quote(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var character in text)
        {
            _ = character switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append("\\\\"),
                '\n' => quoted.Append("\\n"),
                '\r' => quoted.Append("\\r"),
                '\t' => quoted.Append("\\t"),
                _ when char.IsControl(character) => quoted.Append("\\x").Append(((int)character).ToString("X2", System.Globalization.CultureInfo.InvariantCulture)),
                _ => quoted.Append(character),
            };
        }

        return quoted.Append('"').ToString();
    }
}
