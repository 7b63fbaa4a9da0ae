using Copilot.Core;

namespace Copilot.Plugins.Shared;

/// <summary>Mails to colleagues in the words of a template, so that a standing approval of those words can cover them.</summary>
internal static class Nudges
{
    /// <summary>A template by its name, as it is now.</summary>
    public static (NudgeTemplate Template, string Text) Template(FunctionContext context, string name)
    {
        var text = context.Drafts.Text(name, DraftReader.Staff.Language);
        return (NudgeTemplate.Of(name, text), text);
    }

    /// <summary>What a template says to a colleague.</summary>
    public static SendNudge Of(FunctionContext context, Person to, string name, IReadOnlyDictionary<string, string> values)
    {
        var draft = context.Drafts.Render(name, DraftReader.Staff, values.ToDictionary(pair => pair.Key, pair => (object)pair.Value, StringComparer.Ordinal));
        return new SendNudge(Colleague.Of(to), Template(context, name).Template, values, draft.Subject, draft.Body);
    }
}
