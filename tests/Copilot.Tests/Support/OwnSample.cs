using Copilot.Core;
using Copilot.Data;
using Copilot.Host;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.AI;

namespace Copilot.Tests.Support;

/// <summary>A copy of the sample company that a test may write to.</summary>
internal sealed class OwnSample : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SampleFixture _sample;
    private CompanyStore? _store;

    private OwnSample(SampleFixture sample) => _sample = sample;

    public CompanyStore Store => _store!;

    public DirectoryInfo Folder => _folder.Path;

    public static async Task<OwnSample> CopyAsync(SampleFixture sample)
    {
        var own = new OwnSample(sample);
        await using (var connection = new SqliteConnection($"Data Source={sample.CompanyFile};Mode=ReadOnly;Pooling=False"))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var copy = connection.CreateCommand();
            copy.CommandText = "VACUUM INTO $file";
            copy.Parameters.AddWithValue("$file", own._folder.File("company.db"));
            await copy.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        own._store = (await CompanyStore.OpenAsync(new StoreOptions { DataFolder = own.Folder }, TimeProvider.System, TestContext.Current.CancellationToken)).Value;
        return own;
    }

    /// <summary>A turn on these records as they are now.</summary>
    public async Task<AskedTurn> AskAsync(string person)
    {
        var token = TestContext.Current.CancellationToken;
        var (asker, access) = (await Store.FindPersonAsync(person, token)).Value;
        var session = await Store.ReadAsync(access, token);
        await using var shown = await _sample.AskAsync(asker, access);
        return new AskedTurn(session, shown.Context with { Read = session });
    }

    /// <summary>What an action proposes to a person now, by its name in the catalogue with typed arguments.</summary>
    public async Task<Result<Proposal>> ProposeAsync(string person, string tool, params (string Name, object? Value)[] arguments)
    {
        await using var turn = await AskAsync(person);
        var function = PluginList.All.SelectMany(plugin => plugin.Tools).Single(candidate => candidate.Name == tool).Bind!(turn.Context);
        var given = new AIFunctionArguments(arguments.ToDictionary(argument => argument.Name, argument => argument.Value));
        return (Result<Proposal>)(await function.InvokeAsync(given, TestContext.Current.CancellationToken))!;
    }

    /// <summary>What a read function answers a person now, every promise of an answer checked.</summary>
    public async Task<Answer> AnswerAsync(string person, string tool, params (string Name, object? Value)[] arguments)
    {
        await using var turn = await AskAsync(person);
        var answer = await turn.CallAsync(tool, arguments).SoundAsync();
        return answer with { Blocks = [.. answer.Blocks] };
    }

    /// <summary>Changes records as somebody else would.</summary>
    public async Task ChangeAsync(Func<CompanyContext, Task> change)
    {
        await using var context = Store.Company();
        await change(context);
        await context.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Looks at records as they are stored.</summary>
    public async Task<T> ReadAsync<T>(Func<CompanyContext, Task<T>> read)
    {
        await using var context = Store.Company();
        return await read(context);
    }

    public async ValueTask DisposeAsync()
    {
        if (_store is not null)
        {
            await _store.DisposeAsync();
        }

        _folder.Dispose();
    }
}
