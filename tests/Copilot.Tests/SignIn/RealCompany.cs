using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Copilot.Conversation;
using Copilot.Core;
using Copilot.Data;
using Copilot.Data.Import;
using Copilot.Gate;
using Copilot.Host;
using Copilot.Host.Commands;
using Copilot.Host.Settings;
using Copilot.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Copilot.Tests.SignIn;

/// <summary>The real host of a company of one's own: Anna is its administrator, Ben a collector with a mail address.</summary>
internal sealed class RealCompany : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly LogKeeper _log = new();
    private OpenCompany _company = null!;
    private WebApplication _app = null!;

    public string Address => _app.Urls.First();

    public IServiceProvider Services => _app.Services;

    public CompanyStore Store => _company.Store;

    /// <summary>What was logged, whole.</summary>
    public string Log => string.Join('\n', _log.Lines);

    public static async Task<RealCompany> StartAsync(string authority, Action<JsonObject>? more = null, string? publicUrl = null)
    {
        var signIn = new JsonObject { ["Authority"] = authority, ["ClientId"] = "confidential", ["ClientSecret"] = OidcServer.Secret };
        more?.Invoke(signIn);
        var made = new RealCompany();
        await made.OpenAsync(new JsonObject { ["Copilot"] = new JsonObject { ["PublicUrl"] = publicUrl, ["SignIn"] = signIn, ["Bot"] = new JsonObject { ["People"] = new JsonObject { ["object-7"] = "ben" } } } });
        return made;
    }

    public Visitor Visit() => new(new Uri(Address));

    public Task<Result<StaffChange>> AddAsync(NewStaff person) => Staff.AddAsync(Store, person, Anna(), (_, _) => Task.CompletedTask, TestContext.Current.CancellationToken);

    public Task<Result<StaffMember>> RemoveAsync(string key) => Staff.RemoveAsync(Store, key, Anna(), (_, _) => Task.CompletedTask, TestContext.Current.CancellationToken);

    /// <summary>Everybody who is there, as "ben: collector".</summary>
    public async Task<string> StaffAsync() => string.Join(
        "; ", (await Staff.ListAsync(Store, TestContext.Current.CancellationToken)).Members.Where(member => member.Person.Active).Select(member => $"{member.Person.Key}: {string.Join(' ', member.Roles)}"));

    /// <summary>The ledger, oldest first, as "people_add sign-in cleo".</summary>
    public async Task<string[]> LedgerAsync() =>
        [.. (await new Ledger(Store, TimeProvider.System).NewestAsync(99, TestContext.Current.CancellationToken)).Reverse().Where(entry => entry.Kind != "policy").Select(entry => $"{entry.Kind} {entry.Who} {entry.About}")];

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _company.DisposeAsync();
        _folder.Dispose();
    }

    private static Access Anna() => new(new Person { Id = new Id<Person>(1), Key = "anna" }, [Staff.Administrator], []);

    private async Task OpenAsync(JsonObject settings)
    {
        var stop = TestContext.Current.CancellationToken;
        await using (var store = (await CompanyStore.OpenAsync(new StoreOptions { DataFolder = _folder.Path }, TimeProvider.System, stop)).Value)
        {
            Assert.True((await CompanyInit.CreateAsync(store, new InitRequest { Name = "Test & <Sons>", AccountName = "anna" }, stop)).Ok);
        }

        await File.WriteAllTextAsync(_folder.File("settings.json"), settings.ToJsonString(), stop);
        _company = (await OpenCompany.OpenAsync(new HostSettings(_folder.Path, null, StoreProvider.Sqlite, null, null), NullLoggerFactory.Instance, stop)).Value;
        Assert.True((await AddAsync(new NewStaff { Key = "ben", Name = "Ben Carter", Email = "ben@example.com", Roles = ["collector"], Region = "UK" })).Ok);
        var built = await ServeCommand.BuildAsync(_company, new Uri("http://127.0.0.1:0"), stop);
        Assert.True(built.Ok, built.Fault?.ToString());
        _app = built.Value;
        _app.Services.GetRequiredService<ILoggerFactory>().AddProvider(_log);
        await _app.StartAsync(stop);
    }

    private sealed class LogKeeper : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
