using Copilot.Core;
using Copilot.Plugins.Crm.Rules;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Crm.Parts;

/// <summary>An account's deals: open ones by value, closed ones newest first, with the win rate by number (won ÷ won and lost).</summary>
internal sealed class AccountDeals
{
    private readonly DealFigures _figures;

    /// <summary>The deals of an account.</summary>
    public AccountDeals(IReadOnlyList<Deal> deals, RateTable rates, string filter)
    {
        _figures = new DealFigures(rates, filter);
        Open = [.. deals.Where(deal => deal.Open).OrderByDescending(deal => _figures.InBase(deal)?.Minor ?? -1).ThenBy(deal => deal.Row.Number, StringComparer.Ordinal)];
        Closed = [.. deals.Where(deal => !deal.Open).OrderByDescending(deal => deal.CloseDay ?? DateOnly.MinValue).ThenBy(deal => deal.Row.Number, StringComparer.Ordinal)];
        Won = [.. Closed.Where(deal => deal.Stage == Stage.Won)];
        Lost = [.. Closed.Where(deal => deal.Stage == Stage.Lost)];
        OpenValue = _figures.Value("open_deals", "Open deals", Open)[0].Figure!;
        WinRate = Figures.Ratio(
            "win_rate", "Win rate", "deals won ÷ deals won and lost, by number", _figures.Count("win_rate.won", "Won", Won), _figures.Count("win_rate.closed", "Won and lost", Closed), 100, value => Measure.Percent(value));
    }

    /// <summary>In the making.</summary>
    public IReadOnlyList<Deal> Open { get; }

    /// <summary>Won or lost.</summary>
    public IReadOnlyList<Deal> Closed { get; }

    /// <summary>Won.</summary>
    public IReadOnlyList<Deal> Won { get; }

    /// <summary>Lost.</summary>
    public IReadOnlyList<Deal> Lost { get; }

    /// <summary>Value of the open ones.</summary>
    public Figure OpenValue { get; }

    /// <summary>Won ÷ closed; nothing before one is closed.</summary>
    public Figure? WinRate { get; }

    /// <summary>As facts.</summary>
    public IReadOnlyList<Fact> Facts()
    {
        List<Fact> facts =
        [
            .. _figures.Value("open_deals", "Open deals", Open), new Fact(_figures.Count("open_count", "Open deals, number", Open)),
            .. _figures.Value("won", "Won so far", Won), new Fact(_figures.Count("won_count", "Won, number", Won)), new Fact(_figures.Count("lost_count", "Lost, number", Lost)),
        ];
        if (WinRate is not null)
        {
            facts.Add(new Fact(WinRate));
        }

        return facts;
    }

    /// <summary>The table of open deals.</summary>
    public static Grid<Deal> OpenGrid() => new Grid<Deal>("open", "Open deals, the largest first")
        .Document("opportunity", "Opportunity", deal => deal.Row.Number)
        .Text("title", "Title", deal => deal.Row.Title)
        .Text("owner", "Owner", deal => deal.Owner)
        .Text("stage", "Stage", deal => Words.Of(deal.Stage))
        .Amount("amount", "Amount", deal => deal.Amount)
        .Day("close_on", "Closes", deal => deal.CloseDay)
        .Text("next_step", "Next step", deal => NextSteps.Words(deal.Row))
        .Toned(deal => deal.NextStep == NextStepState.Planned ? Tone.Plain : Tone.Warning);

    /// <summary>The table of closed deals.</summary>
    public static Grid<Deal> ClosedGrid() => new Grid<Deal>("closed", "Closed deals, newest first")
        .Document("opportunity", "Opportunity", deal => deal.Row.Number)
        .Text("title", "Title", deal => deal.Row.Title)
        .Text("outcome", "Outcome", deal => Words.Of(deal.Stage))
        .Amount("amount", "Amount", deal => deal.Amount)
        .Day("closed_on", "Closed", deal => deal.CloseDay)
        .Text("owner", "Owner", deal => deal.Owner);
}
