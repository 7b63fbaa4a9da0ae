using System.Collections.Concurrent;
using Copilot.Core;
using HandlebarsDotNet;

namespace Copilot.Conversation;

/// <summary>
/// Drafts from templates. A name without a value throws, in whatever part of a template it stands: nothing goes to a customer with a hole in it. The
/// values are made harmless before they reach the template (<see cref="DraftValues"/>), so the template engine itself escapes nothing.
/// </summary>
internal sealed class TemplateDrafts(TemplateFiles files) : IDrafts
{
    private const string SubjectMark = "Subject: ";

    private readonly ConcurrentDictionary<string, Func<object, string>> _compiled = new(StringComparer.Ordinal);

    /// <summary>The templates that are part of this program.</summary>
    public static TemplateDrafts Embedded { get; } = new(TemplateFiles.Embedded);

    /// <inheritdoc/>
    public Draft Render(string template, DraftReader reader, IReadOnlyDictionary<string, object> values)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(values);
        var text = files.Template(template, reader.Language);
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        if (end < 0 || !text.StartsWith(SubjectMark, StringComparison.Ordinal))
        {
            throw new ArgumentException($"The template {template} does not begin with its subject.", nameof(template));
        }

        var (subject, body) = (text[SubjectMark.Length..end], text[(end + 1)..]);
        TemplateNames.Check(template, text, values);
        var culture = DraftCulture.Of(reader);
        return new Draft(
            Written(subject, DraftValues.ForLine(values, culture)).Trim(),
            Gaps(Written(body, DraftValues.ForMarkdown(values, culture))));
    }

    /// <inheritdoc/>
    public string Text(string template, Language language) => files.Template(template, language);

    /// <inheritdoc/>
    public Task<FrozenAttachment> WorkbookAsync(string name, string about, DraftReader reader, IReadOnlyList<TableBlock> tables, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return DraftWorkbook.MakeAsync(name, about, files.Words(reader.Language), tables, cancellationToken);
    }

    private string Written(string text, object values) => _compiled.GetOrAdd(text, static source => Engine.Compile(source))(values);

    // where a part of a template is left out, its blank lines go with it
    private static string Gaps(string body)
    {
        var lines = new List<string>();
        foreach (var line in body.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd()))
        {
            if (line.Length > 0 || (lines.Count > 0 && lines[^1].Length > 0))
            {
                lines.Add(line);
            }
        }

        return string.Join('\n', lines).Trim('\n') + "\n";
    }

    // in a class of its own: most turns draft nothing, and the engine is some megabytes
    private static class Engine
    {
        private static readonly IHandlebars Handlebars = HandlebarsDotNet.Handlebars.Create(new HandlebarsConfiguration { NoEscape = true, ThrowOnUnresolvedBindingExpression = true });

        public static Func<object, string> Compile(string text)
        {
            var template = Handlebars.Compile(text);
            return values => template(values);
        }
    }
}
