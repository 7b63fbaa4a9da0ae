namespace Copilot.Data.Import;

/// <summary>The first records of a text, cut where a record ends and not where a quoted field has a line break.</summary>
internal static class SampleLines
{
    private const int Most = 200;

    /// <summary>At most 200 records. The last is left out when the text goes on behind the sample.</summary>
    public static List<string> Split(string text, bool goesOn)
    {
        var lines = new List<string>();
        var start = 0;
        var quoted = false;
        for (var i = 0; i < text.Length && lines.Count < Most; i++)
        {
            if (text[i] == '"')
            {
                quoted = !quoted;
            }
            else if (text[i] is '\n' or '\r' && !quoted)
            {
                lines.Add(text[start..i]);
                i += text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n' ? 1 : 0;
                start = i + 1;
            }
        }

        // a quote that never closes would swallow the sample: read it by lines instead
        if (quoted && lines.Count < 2)
        {
            return [.. text.Split('\n').Take(Most).Select(line => line.TrimEnd('\r'))];
        }

        if (start < text.Length && lines.Count < Most && (!goesOn || lines.Count == 0))
        {
            lines.Add(text[start..]);
        }

        return lines;
    }

    /// <summary>How many fields a record has when cut at that delimiter outside quotes.</summary>
    public static int Fields(string line, char delimiter)
    {
        var fields = 1;
        var quoted = false;
        foreach (var character in line)
        {
            quoted ^= character == '"';
            fields += character == delimiter && !quoted ? 1 : 0;
        }

        return fields;
    }
}
