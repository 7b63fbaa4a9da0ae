namespace Copilot.Core;

/// <summary>An effect as a person is shown it: a record's fields before and after, or a mail with its whole body.</summary>
/// <param name="Title">What is done, in a few words: "Hold SO-10482".</param>
/// <param name="Changes">The fields it changes.</param>
/// <param name="Mail">The mail it sends; none for a record.</param>
public sealed record EffectText(string Title, IReadOnlyList<Change> Changes, MailText? Mail = null);

/// <summary>A field before and after.</summary>
/// <param name="Field">Its name.</param>
/// <param name="Before">What stands there; empty for nothing.</param>
/// <param name="After">What will stand there.</param>
public sealed record Change(string Field, string Before, string After);

/// <summary>A mail as it will be sent.</summary>
/// <param name="To">Its recipients.</param>
/// <param name="Subject">Its subject.</param>
/// <param name="Body">Its whole text.</param>
/// <param name="Attachments">Names and sizes of what goes along.</param>
public sealed record MailText(IReadOnlyList<string> To, string Subject, string Body, IReadOnlyList<string> Attachments);

/// <summary>Something a person may correct before confirming.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Label">Its name.</param>
/// <param name="Value">What stands there.</param>
/// <param name="Kind">How it is typed.</param>
public sealed record EditField(string Key, string Label, string Value, EditKind Kind);

/// <summary>How a correction is typed.</summary>
public enum EditKind
{
    /// <summary>A line.</summary>
    Line,

    /// <summary>A text of several lines.</summary>
    Text,

    /// <summary>Mail addresses, separated by commas.</summary>
    Recipients,

    /// <summary>A day, as 2026-12-05.</summary>
    Day,

    /// <summary>An amount in the effect's own currency, as 1234.50.</summary>
    Amount,
}
