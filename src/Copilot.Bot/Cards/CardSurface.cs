namespace Copilot.Bot;

/// <summary>Where a card is shown.</summary>
/// <param name="Actions">The kind of action its buttons have.</param>
/// <param name="Downloads">The links under which all rows of a table (by its key) can be had; none where there is no download.</param>
internal sealed record CardSurface(CardActions Actions, Func<string, DownloadLinks?> Downloads)
{
    /// <summary>The kind of action for a channel: Execute in Teams, Submit in every other client.</summary>
    public static CardActions ActionsOf(string? channelId) => channelId == "msteams" ? CardActions.Execute : CardActions.Submit;
}

/// <summary>The two files of a table.</summary>
/// <param name="Excel">All rows as a workbook.</param>
/// <param name="Csv">All rows as text.</param>
internal sealed record DownloadLinks(Uri Excel, Uri Csv);
