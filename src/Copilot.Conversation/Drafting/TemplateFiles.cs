using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Copilot.Core;

namespace Copilot.Conversation;

/// <summary>The files of the <c>prompts</c> folder that go to customers, by their path in it.</summary>
internal sealed partial class TemplateFiles(IReadOnlyDictionary<string, string> files)
{
    private const string Prefix = "prompts/";
    private const int DeepestPart = 4;

    /// <summary>Those that are part of this program.</summary>
    public static TemplateFiles Embedded { get; } = new(ReadEmbedded());

    /// <summary>The names of all templates of a language, without it: "reminders/firm"; parts of templates among them.</summary>
    public IEnumerable<string> Names(Language language)
    {
        var middle = $"/{Copilot.Core.Words.Of(language)}/";
        return files.Keys.Where(path => path.EndsWith(".md", StringComparison.Ordinal) && path.Contains(middle, StringComparison.Ordinal))
            .Select(path => path.Replace(middle, "/", StringComparison.Ordinal)[..^".md".Length]).Order(StringComparer.Ordinal);
    }

    /// <summary>A template with its parts (<c>{{&gt; name}}</c>, files beside it, which may have parts themselves) put in.</summary>
    /// <exception cref="ArgumentException">There is none of that name, or parts hold each other.</exception>
    public string Template(string name, Language language)
    {
        var cut = name.LastIndexOf('/');
        var folder = $"{name[..Math.Max(0, cut)]}/{Copilot.Core.Words.Of(language)}/";
        return Whole(folder, name[(cut + 1)..], 0);
    }

    /// <summary>The words of a language for headings and file names, by key.</summary>
    public DraftWords Words(Language language) => DraftWords.Read(Read($"words/{Copilot.Core.Words.Of(language)}/words.md"));

    private string Whole(string folder, string name, int depth) => depth > DeepestPart
        ? throw new ArgumentException($"The parts of prompts/{folder}{name}.md hold each other.", nameof(name))
        : Part().Replace(Read($"{folder}{name}.md"), match => Whole(folder, match.Groups["name"].Value, depth + 1));

    private string Read(string path) => files.TryGetValue(path, out var text) ? text : throw new ArgumentException($"There is no prompts/{path}.", nameof(path));

    private static FrozenDictionary<string, string> ReadEmbedded()
    {
        var assembly = typeof(TemplateFiles).Assembly;
        return assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).ToFrozenDictionary(
            name => name[Prefix.Length..],
            name =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                return reader.ReadToEnd().ReplaceLineEndings("\n");
            },
            StringComparer.Ordinal);
    }

    [GeneratedRegex(@"^\{\{> (?<name>[a-z_]+)\}\}$", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Part();
}
