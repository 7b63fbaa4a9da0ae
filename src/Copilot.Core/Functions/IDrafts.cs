namespace Copilot.Core;

/// <summary>Texts that go to customers and to the staff, written from the templates of the <c>prompts</c> folder, and workbooks that go along.</summary>
public interface IDrafts
{
    /// <summary>
    /// Renders a template. Texts among the values are data: they come out as they are and format nothing. Money, days and numbers are written as the
    /// reader's country writes them.
    /// </summary>
    /// <param name="template">Its name without language: "reminders/firm".</param>
    /// <param name="reader">Who reads it.</param>
    /// <param name="values">What the names of the template stand for: texts, <see cref="Money"/>, days, numbers, true or false, and lists of such values.</param>
    /// <exception cref="ArgumentException">There is no such template, or it uses a name that has no value: misuse.</exception>
    Draft Render(string template, DraftReader reader, IReadOnlyDictionary<string, object> values);

    /// <summary>The text of a template as it stands, its parts put in.</summary>
    /// <exception cref="ArgumentException">There is none of that name: misuse.</exception>
    string Text(string template, Language language);

    /// <summary>
    /// A workbook with a sheet for each table, its headings in the reader's language by the keys of tables and columns. The same tables make the same bytes.
    /// </summary>
    /// <param name="name">What the file is, by the key of its word: "statement".</param>
    /// <param name="about">What follows in the file's name, as a customer and a day.</param>
    /// <param name="reader">Who reads it.</param>
    /// <param name="tables">The tables, their rows all in memory.</param>
    /// <param name="cancellationToken">Ends it.</param>
    Task<FrozenAttachment> WorkbookAsync(string name, string about, DraftReader reader, IReadOnlyList<TableBlock> tables, CancellationToken cancellationToken);
}

/// <summary>A mail's text.</summary>
/// <param name="Subject">Its subject.</param>
/// <param name="Body">Its body, in Markdown.</param>
public sealed record Draft(string Subject, string Body);

/// <summary>Who reads a draft.</summary>
/// <param name="Language">The language it is written in.</param>
/// <param name="Country">ISO 3166 alpha-2: how amounts and days are written there.</param>
public sealed record DraftReader(Language Language, string Country)
{
    /// <summary>The staff, who are written to in English.</summary>
    public static DraftReader Staff { get; } = new(Language.En, "GB");
}
