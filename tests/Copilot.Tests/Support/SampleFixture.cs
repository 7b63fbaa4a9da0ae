using Copilot.Core;
using Copilot.Data;
using Copilot.Host;
using Copilot.Tests.Support;
using Microsoft.Extensions.AI;

[assembly: AssemblyFixture(typeof(SampleFixture))]

namespace Copilot.Tests.Support;

/// <summary>The sample company in SQLite files of a temporary folder, laid out once for the whole run to a fixed day. Tests read it; none changes it.</summary>
public sealed class SampleFixture : IAsyncLifetime
{
    /// <summary>The day the sample is laid out to: a Wednesday.</summary>
    public static readonly DateOnly Day = new(2026, 11, 18);

    /// <summary>The instant of every turn in tests.</summary>
    public static readonly DateTimeOffset Now = new(2026, 11, 18, 9, 30, 0, TimeSpan.Zero);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("copilot-sample-");

    /// <summary>The store.</summary>
    public CompanyStore Store { get; private set; } = null!;

    /// <summary>The file of the business records, for checks in plain SQL.</summary>
    public string CompanyFile => Path.Combine(_folder.FullName, "company.db");

    public async ValueTask InitializeAsync()
    {
        Store = (await CompanyStore.OpenAsync(new StoreOptions { DataFolder = _folder }, TimeProvider.System, CancellationToken.None)).Value;
        await SampleInstaller.InstallAsync(Store, Day, CancellationToken.None);
    }

    /// <summary>A turn of one of the staff, by key; a manager who sees every subject unless another is named.</summary>
    internal async Task<SampleTurn> TurnAsync(string person = "nadia.hassan", DateOnly? today = null)
    {
        var (asker, access) = (await Store.FindPersonAsync(person, CancellationToken.None)).Value;
        return await TurnAsync(asker, access, today);
    }

    /// <summary>A turn with an access of the test's own making.</summary>
    internal async Task<SampleTurn> TurnAsync(Person asker, Access access, DateOnly? today = null)
    {
        var session = await Store.ReadAsync(access, CancellationToken.None);
        var turn = new TurnContext(asker, access, today ?? Day, Now, new FiscalCalendar(1), CurrencyCode.Eur, Language.En, "Lumen & Linden");
        return new SampleTurn(new FunctionContext(session, turn), session);
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }
}

/// <summary>One turn on the sample: functions by name, as the tool runner calls them, with typed arguments.</summary>
internal sealed class SampleTurn(FunctionContext context, IAsyncDisposable session) : IAsyncDisposable
{
    public FunctionContext Context { get; } = context;

    public IReadSession Read => Context.Read;

    /// <summary>Calls a function with typed arguments (the rest is absent).</summary>
    public async Task<Result<Answer>> CallAsync(string tool, params (string Name, object? Value)[] arguments)
    {
        var found = PluginList.All.SelectMany(plugin => plugin.Tools).Single(candidate => candidate.Name == tool);
        var function = found.Bind!(Context);
        return (Result<Answer>)(await function.InvokeAsync(new AIFunctionArguments(arguments.ToDictionary(argument => argument.Name, argument => argument.Value)), TestContext.Current.CancellationToken))!;
    }

    public ValueTask DisposeAsync() => session.DisposeAsync();
}
