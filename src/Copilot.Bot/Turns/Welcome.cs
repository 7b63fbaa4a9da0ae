using System.Text.Json;
using System.Text.Json.Nodes;
using Copilot.Conversation;
using Copilot.Core;

namespace Copilot.Bot;

/// <summary>The first message of a conversation: what this person's role asks most, each a button that works.</summary>
internal sealed class Welcome(ICompany company, Replies replies)
{
    /// <summary>Writes it.</summary>
    public async Task<Activity> WriteAsync(Activity to, string personKey, CancellationToken cancellationToken)
    {
        var names = await company.NamesAsync(cancellationToken);
        var opened = await company.OpenAsync(personKey, Language.En, cancellationToken);
        if (!opened.Ok)
        {
            return replies.Text(to, opened.Fault.Message);
        }

        await using var turn = opened.Value;
        var (person, access) = (turn.Turn.Asker, turn.Turn.Access);
        var asks = RoleQuestions.Of(access);
        var first = $"Hello {person.Name.Split(' ')[0]}. Ask me about {names.Company}'s {Subjects(access)}; I answer from the records and change nothing unasked.";
        return replies.Card(to, $"{first} For example: {string.Join("; ", asks)}.", RawJson.Of(Card(first, asks, CardSurface.ActionsOf(to.ChannelId))));
    }

    private static JsonObject Card(string first, IReadOnlyList<string> asks, CardActions actions)
    {
        var level = CardLevel.All[0];
        var buttons = new CardButtons(actions, level);
        return CardElements.Card(
            [
                CardElements.Sentence(first, Tone.Plain, level.Sentence),
                CardElements.Aside("People in your role often ask:", level.Sentence, "medium"),
                .. CardElements.Buttons(asks.Select(buttons.Ask)),
            ],
            first, level);
    }

    private static string Subjects(Access access)
    {
        string[] seen =
        [
            .. new[] { (Area.Orders, "orders"), (Area.Logistics, "deliveries"), (Area.Receivables, "receivables"), (Area.Crm, "opportunities") }.Where(pair => access.MaySee(pair.Item1)).Select(pair => pair.Item2),
        ];
        return seen.Length switch { 0 => "procedures", 1 => seen[0], _ => string.Join(", ", seen[..^1]) + " and " + seen[^1] };
    }
}
