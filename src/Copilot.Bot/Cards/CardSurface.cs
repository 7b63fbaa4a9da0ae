namespace Copilot.Bot;

/// <summary>Where a card is shown.</summary>
/// <param name="Actions">The kind of action its buttons have.</param>
/// <param name="Downloads">Whether all rows of a table can be had as a file.</param>
internal sealed record CardSurface(CardActions Actions, bool Downloads)
{
    /// <summary>The kind of action for a channel: Execute in Teams, Submit in every other client.</summary>
    public static CardActions ActionsOf(string? channelId) => channelId == "msteams" ? CardActions.Execute : CardActions.Submit;
}
