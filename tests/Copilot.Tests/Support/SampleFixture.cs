using Copilot.Conversation;
using Copilot.Core;
using Copilot.Data;
using Copilot.Data.Sample;
using Copilot.Gate;
using Copilot.Host;
using Copilot.Tests.Sentences;
using Copilot.Tests.Support;
using Microsoft.Extensions.AI;

[assembly: AssemblyFixture(typeof(SampleFixture))]

namespace Copilot.Tests.Support;

/// <summary>The sample company in real SQLite files, made once for the whole run. It is read only: a test that writes makes its own store.</summary>
public sealed class SampleFixture : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("copilot-sample-");
    private CompanyStore? _store;

    /// <summary>The day the sample is laid out to: a Friday.</summary>
    public static DateOnly Day { get; } = new(2026, 11, 20);

    /// <summary>The rows that were stored, for figures recomputed beside the database.</summary>
    internal SampleRecords Records { get; } = SampleCompany.Generate(Day);

    internal CompanyStore Store => _store!;

    /// <summary>The file of the business records, for checks in plain SQL.</summary>
    internal string CompanyFile => Path.Combine(_folder.FullName, "company.db");

    public async ValueTask InitializeAsync()
    {
        _store = (await CompanyStore.OpenAsync(new StoreOptions { DataFolder = _folder }, TimeProvider.System, CancellationToken.None)).Value;
        await SampleInstaller.InstallAsync(_store, Day, CancellationToken.None);
    }

    /// <summary>A turn in which that person asks, on the sample's day unless another is named. Dispose it after reading the answer's rows.</summary>
    internal async Task<AskedTurn> AskAsync(string person, DateOnly? today = null)
    {
        var (asker, access) = (await Store.FindPersonAsync(person, TestContext.Current.CancellationToken)).Value;
        return await AskAsync(asker, access, today);
    }

    /// <summary>The same with an access of the test's own making.</summary>
    internal async Task<AskedTurn> AskAsync(Person asker, Access access, DateOnly? today = null)
    {
        var day = today ?? Day;
        var session = await Store.ReadAsync(access, TestContext.Current.CancellationToken);
        var now = new DateTimeOffset(day.ToDateTime(new TimeOnly(10, 0)), TimeSpan.Zero);
        return new AskedTurn(session, new FunctionContext(session, new TurnContext(asker, access, day, now, new FiscalCalendar(1), CurrencyCode.Eur, Language.En, "Lumen & Linden")) { Drafts = TemplateDrafts.Embedded, WhoMay = PolicyBook.Read(PolicyBook.Default(), "policy.yaml", null).Value, Tools = [.. PluginList.All.SelectMany(plugin => plugin.Tools)] });
    }

    public async ValueTask DisposeAsync()
    {
        if (_store is not null)
        {
            await _store.DisposeAsync();
        }

        _folder.Delete(recursive: true);
    }
}

/// <summary>A turn of a test.</summary>
internal sealed class AskedTurn(ReadSession session, FunctionContext context) : IAsyncDisposable
{
    public FunctionContext Context => context;

    public IReadSession Read => session;

    /// <summary>A turn whose functions are made with that; what is behind it stays open.</summary>
    public static OpenTurn Opened(FunctionContext context) =>
        new(context.Turn, (turn, _) => Task.FromResult<(FunctionContext, IAsyncDisposable)>((context with { Turn = turn }, new MemoryStream()))) { Names = TestEngine.Names };

    /// <summary>Calls a function of the catalogue by name with typed arguments, as the tool runner does; what is not named is absent.</summary>
    public async Task<Result<Answer>> CallAsync(string tool, params (string Name, object? Value)[] arguments)
    {
        var function = PluginList.All.SelectMany(plugin => plugin.Tools).Single(candidate => candidate.Name == tool).Bind!(Context);
        var given = new AIFunctionArguments(arguments.ToDictionary(argument => argument.Name, argument => argument.Value));
        return (Result<Answer>)(await function.InvokeAsync(given, TestContext.Current.CancellationToken))!;
    }

    public ValueTask DisposeAsync() => session.DisposeAsync();
}
