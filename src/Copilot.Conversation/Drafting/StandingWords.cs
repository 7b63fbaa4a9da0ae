using Copilot.Core;
using Copilot.Gate;

namespace Copilot.Conversation;

/// <summary>The words that standing approvals cover, from the templates that are part of this program.</summary>
public sealed class StandingWords : IStandingWords
{
    private const string Folder = "nudges/";

    private readonly TemplateFiles _files;
    private readonly TemplateDrafts _drafts;

    /// <summary>Those of this program.</summary>
    public StandingWords()
        : this(TemplateFiles.Embedded)
    {
    }

    internal StandingWords(TemplateFiles files) => (_files, _drafts) = (files, new TemplateDrafts(files));

    /// <inheritdoc/>
    public NudgeTemplate? Find(string name) => Known(name) ? NudgeTemplate.Of(name, _drafts.Text(name, DraftReader.Staff.Language)) : null;

    /// <inheritdoc/>
    public (string Subject, string Body)? Say(string name, IReadOnlyDictionary<string, string> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (!Known(name))
        {
            return null;
        }

        try
        {
            var draft = _drafts.Render(name, DraftReader.Staff, values.ToDictionary(pair => pair.Key, pair => (object)pair.Value, StringComparer.Ordinal));
            return (draft.Subject, draft.Body);
        }
        catch (ArgumentException)
        {
            // a name without a value: the template makes nothing of these
            return null;
        }
    }

    private bool Known(string name) => name.StartsWith(Folder, StringComparison.Ordinal) && _files.Names(DraftReader.Staff.Language).Contains(name, StringComparer.Ordinal);
}
