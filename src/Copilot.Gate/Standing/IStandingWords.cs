using Copilot.Core;

namespace Copilot.Gate;

/// <summary>The words that standing approvals cover: templates as they are now, and what they make of values.</summary>
public interface IStandingWords
{
    /// <summary>A template as it is now; nothing where there is none of that name.</summary>
    NudgeTemplate? Find(string name);

    /// <summary>Subject and text that a template makes of values; nothing where it makes none of these.</summary>
    (string Subject, string Body)? Say(string name, IReadOnlyDictionary<string, string> values);
}
