namespace Copilot.Core;

/// <summary>What a function is given when it is made for a turn: something to read from, and who is asking.</summary>
/// <param name="Read">The records, already filtered to what the person may see.</param>
/// <param name="Turn">Who asks, and when.</param>
public sealed record FunctionContext(IReadSession Read, TurnContext Turn)
{
    /// <summary>The functions of this host, built or only understood: for the one that tells what can be asked.</summary>
    public IReadOnlyCollection<Tool> Tools { get; init; } = [];

    /// <summary>The proposals of this host.</summary>
    public IProposalList Proposals { get; init; } = NoProposals.Instance;

    /// <summary>Who may ask for what and who confirms it; nothing where there is no gate.</summary>
    public IWhoMay? WhoMay { get; init; }

    /// <summary>The originals of invoices, for actions that send them.</summary>
    public IOriginals Originals { get; init; } = NoOriginals.Instance;

    /// <summary>Texts and workbooks for customers: for actions that write to one.</summary>
    /// <exception cref="InvalidOperationException">The host gave none: misuse.</exception>
    public IDrafts Drafts
    {
        get => _drafts ?? throw new InvalidOperationException("This host gave its functions nothing to draft with.");
        init => _drafts = value;
    }

    private readonly IDrafts? _drafts;
}

/// <summary>The trusted facts of a turn. They come from the sign-in and the clock, never from an argument.</summary>
/// <param name="Asker">Who asks.</param>
/// <param name="Access">What they may see.</param>
/// <param name="Today">The business day.</param>
/// <param name="Now">The instant.</param>
/// <param name="Fiscal">The company's fiscal calendar.</param>
/// <param name="BaseCurrency">The currency of totals.</param>
/// <param name="Language">The language of the sentence.</param>
/// <param name="Company">The company's name.</param>
public sealed record TurnContext(
    Person Asker, Access Access, DateOnly Today, DateTimeOffset Now, FiscalCalendar Fiscal, CurrencyCode BaseCurrency, Language Language, string Company);
