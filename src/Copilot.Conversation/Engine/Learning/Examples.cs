using System.Security.Cryptography;
using System.Text;
using Copilot.Core;

namespace Copilot.Conversation;

/// <summary>An example sentence of a tool.</summary>
/// <param name="Tool">The tool's name, or <see cref="Examples.Decline"/>.</param>
/// <param name="Language">Its language.</param>
/// <param name="Text">The sentence as staff type it.</param>
internal sealed record Example(string Tool, Language Language, string Text);

/// <summary>The example sentences beside each function: lines of <c>en: sentence</c> in <c>Plugin/function.examples.txt</c>.</summary>
internal static class Examples
{
    /// <summary>The class of what is not the copilot's business.</summary>
    public const string Decline = "decline";

    private const string Ending = ".examples.txt";

    /// <summary>All examples of the plugins, in a fixed order.</summary>
    public static List<Example> Load(IReadOnlyList<Plugin> plugins)
    {
        var known = plugins.SelectMany(plugin => plugin.Tools).Select(tool => tool.Name).ToHashSet(StringComparer.Ordinal);
        var result = new List<Example>();
        foreach (var (name, stream) in Files(plugins))
        {
            using var reader = new StreamReader(stream);
            Read(reader.ReadToEnd(), ToolOf(name, known), result);
        }

        return result;
    }

    /// <summary>Adds the files as they are to a hash.</summary>
    public static void Hash(IReadOnlyList<Plugin> plugins, IncrementalHash hash)
    {
        Span<byte> buffer = stackalloc byte[4096];
        foreach (var (name, stream) in Files(plugins))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(name));
            for (var read = stream.Read(buffer); read > 0; read = stream.Read(buffer))
            {
                hash.AppendData(buffer[..read]);
            }

            stream.Dispose();
        }
    }

    private static IEnumerable<(string Name, Stream Stream)> Files(IReadOnlyList<Plugin> plugins) => plugins.Select(plugin => plugin.Resources).Distinct()
        .SelectMany(assembly => assembly.GetManifestResourceNames().Where(name => name.EndsWith(Ending, StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Select(name => (name, assembly.GetManifestResourceStream(name)!)));

    /// <summary>Reads the lines of one file.</summary>
    public static void Read(string text, string tool, List<Example> into)
    {
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 4 && line[2] == ':' && Enum.TryParse<Language>(line[..2], ignoreCase: true, out var language))
            {
                into.Add(new Example(tool, language, line[3..].Trim()));
            }
            else if (line[0] != '#')
            {
                throw new FormatException($"The examples of {tool} hold a line that is no \"en: sentence\": {line}");
            }
        }
    }

    private static string ToolOf(string resource, HashSet<string> known)
    {
        var path = resource.Replace('\\', '/')[..^Ending.Length];
        var slash = path.LastIndexOf('/');
        var tool = path == "Desk/decline" ? Decline : $"{path[..slash].ToLowerInvariant()}_{path[(slash + 1)..]}";
        return tool == Decline || known.Contains(tool) ? tool : throw new FormatException($"There are examples for {tool}, which no plugin lists.");
    }
}
