using Copilot.Core;

namespace Copilot.Conversation;

/// <summary>The company's records as the conversation needs them: names to link, and a session to read in for one turn.</summary>
public interface ICompany
{
    /// <summary>The names to link. Reading them costs a query only when they changed since the last call.</summary>
    ValueTask<CompanyNames> NamesAsync(CancellationToken cancellationToken);

    /// <summary>Opens a turn for a person; a fault when nobody has that key.</summary>
    Task<Result<OpenTurn>> OpenAsync(string personKey, Language language, CancellationToken cancellationToken);
}

/// <summary>A turn, and its read session from when something is first read until it is disposed.</summary>
public sealed class OpenTurn : IAsyncDisposable
{
    private readonly Func<TurnContext, CancellationToken, Task<(FunctionContext Context, IAsyncDisposable Session)>> _read;
    private (FunctionContext Context, IAsyncDisposable Session)? _reading;

    /// <summary>A turn that reads in a session opened like that.</summary>
    public OpenTurn(TurnContext turn, Func<TurnContext, CancellationToken, Task<(FunctionContext Context, IAsyncDisposable Session)>> read) => (Turn, _read) = (turn, read);

    /// <summary>Who asks, and when.</summary>
    public TurnContext Turn { get; }

    /// <summary>The names to link, as they were when it was opened.</summary>
    public required CompanyNames Names { get; init; }

    /// <summary>The version of the records before any session was opened; none where the store does not tell, and then nothing is kept.</summary>
    public long? Version { get; init; }

    /// <summary>What functions are made with. The first call opens the session: an answer that is at hand needs none.</summary>
    public async ValueTask<FunctionContext> ContextAsync(CancellationToken cancellationToken) => (_reading ??= await _read(Turn, cancellationToken)).Context;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _reading?.Session.DisposeAsync() ?? ValueTask.CompletedTask;
}

/// <summary>The names that sentences refer to, and the calendar that periods are read by.</summary>
public sealed record CompanyNames
{
    /// <summary>The company's own name.</summary>
    public string Company { get; init; } = "";

    /// <summary>Customers by display name.</summary>
    public IReadOnlyList<string> Customers { get; init; } = [];

    /// <summary>Accounts of the CRM, with the customer each has become.</summary>
    public IReadOnlyList<(string Name, string? Customer)> Accounts { get; init; } = [];

    /// <summary>Colleagues by display name, with their key.</summary>
    public IReadOnlyList<(string Name, string Key)> People { get; init; } = [];

    /// <summary>Sites with code, place and partner.</summary>
    public IReadOnlyList<(string Code, string Name, string Partner)> Warehouses { get; init; } = [];

    /// <summary>Articles with SKU, name and product line.</summary>
    public IReadOnlyList<(string Sku, string Name, string Line)> Products { get; init; } = [];

    /// <summary>How the company's own documents are numbered, where not as this house does.</summary>
    public IReadOnlyList<NumberShape> Numbers { get; init; } = [];

    /// <summary>The company's sales regions.</summary>
    public IReadOnlyList<string> Regions { get; init; } = [];

    /// <summary>The roles its people hold.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>The currency of its totals.</summary>
    public CurrencyCode BaseCurrency { get; init; } = CurrencyCode.Eur;

    /// <summary>Its fiscal calendar.</summary>
    public FiscalCalendar Fiscal { get; init; } = new(1);
}
