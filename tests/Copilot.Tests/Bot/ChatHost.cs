using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Copilot.Bot;
using Copilot.Conversation;
using Copilot.Data;
using Copilot.Gate;
using Copilot.Host;
using Copilot.Host.Commands;
using Copilot.Host.Settings;
using Copilot.Tests.Bot;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

[assembly: AssemblyFixture(typeof(ChatHost))]

namespace Copilot.Tests.Bot;

/// <summary>The real host of a sample company on a loopback port, and a channel that plays Teams' connector.</summary>
public class ChatHost : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("copilot-chat-");
    private OpenCompany? _company;
    private WebApplication? _app;

    /// <summary>The folder of its data.</summary>
    internal DirectoryInfo Folder => _folder;

    internal IServiceProvider Services => _app!.Services;

    internal FakeChannel Channel { get; } = new();

    internal Uri Address => new(_app!.Urls.First());

    internal Whereabouts Whereabouts => _app!.Services.GetRequiredService<Whereabouts>();

    internal GateWorker Worker => _app!.Services.GetRequiredService<GateWorker>();

    internal MessageStore Messages => _app!.Services.GetRequiredService<MessageStore>();

    internal CompanyStore Store => _company!.Store;

    internal BounceWorker Bounces => _app!.Services.GetRequiredService<BounceWorker>();

    internal ConfirmationGate Gate => _company!.Gate;

    internal ProposalDesk Desk => _app!.Services.GetRequiredService<ProposalDesk>();

    internal Housekeeping Housekeeping => _app!.Services.GetRequiredService<Housekeeping>();

    public virtual async ValueTask InitializeAsync()
    {
        await Channel.StartAsync();

        // tests ask more than a person does, and at any hour
        var settings = new JsonObject { ["Copilot"] = new JsonObject { ["Bot"] = new JsonObject { ["TurnsPerMinute"] = "0", ["QuietHours"] = "off", ["QuietDays"] = "off" } } };
        Set(settings);
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "settings.json"), settings.ToJsonString());
        _company = (await OpenCompany.OpenAsync(new HostSettings(_folder, null, StoreProvider.Sqlite, null, null), NullLoggerFactory.Instance, CancellationToken.None)).Value;
        await StartAsync();
    }

    /// <summary>Starts the host on the same company.</summary>
    internal async Task StartAsync()
    {
        var built = await ServeCommand.BuildAsync(_company!, new Uri("http://127.0.0.1:0"), CancellationToken.None);
        Assert.True(built.Ok, built.Ok ? "" : built.Fault.ToString());
        _app = built.Value;
        await _app.StartAsync();
    }

    /// <summary>Stops the host as an administrator does.</summary>
    internal async Task StopAsync()
    {
        await _app!.StopAsync();
        await _app.DisposeAsync();
    }

    /// <summary>Keeps everybody else from writing to a database, as a long write of another program does, until it is given back.</summary>
    internal async Task<IAsyncDisposable> LockAsync(string file)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(_folder.FullName, file)};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "BEGIN IMMEDIATE";
        await command.ExecuteNonQueryAsync();
        return connection;
    }

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await StopAsync();
        await _company!.DisposeAsync();
        await Channel.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    /// <summary>Settings of another kind of host.</summary>
    protected virtual void Set(JsonObject settings)
    {
    }

    /// <summary>Puts a file into a folder of the data folder, whole at once.</summary>
    internal void Drop(string folder, string name, string text)
    {
        var to = _folder.CreateSubdirectory(folder);
        var made = Path.Combine(_folder.FullName, name + ".new");
        File.WriteAllText(made, text);
        File.Move(made, Path.Combine(to.FullName, name));
    }

    internal HttpClient Client() => new() { BaseAddress = Address };

    /// <summary>A message as Teams sends it.</summary>
    internal JsonObject Message(string text, string person = "hannah.price", string? conversation = null) => new()
    {
        ["type"] = "message",
        ["id"] = Guid.NewGuid().ToString("N"),
        ["channelId"] = "msteams",
        ["serviceUrl"] = Channel.Address,
        ["from"] = new JsonObject { ["id"] = person, ["name"] = "Somebody" },
        ["recipient"] = new JsonObject { ["id"] = "28:bot", ["name"] = "Copilot" },
        ["conversation"] = new JsonObject { ["id"] = conversation ?? Guid.NewGuid().ToString("N"), ["conversationType"] = "personal" },
        ["text"] = text,
    };

    internal async Task<HttpResponseMessage> PostAsync(JsonObject activity)
    {
        using var client = Client();
        using var content = new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json");
        return await client.PostAsync("/api/messages", content, TestContext.Current.CancellationToken);
    }

    /// <summary>Posts with "expectReplies" and returns the replies.</summary>
    internal async Task<JsonArray> AskAsync(JsonObject activity)
    {
        activity["deliveryMode"] = "expectReplies";
        using var response = await PostAsync(activity);
        Assert.Equal(System.Net.HttpStatusCode.OK, response.StatusCode);
        return (JsonArray)(await response.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken))!["activities"]!;
    }
}
