using System.Text.Json;
using Copilot.Bot;
using Copilot.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Copilot.Benchmarks.Load;

/// <summary>What a message costs at the least: Kestrel, its JSON read and written, and one row that is on disk before the answer goes out.</summary>
internal static class CommitServer
{
    private const string Insert = "INSERT INTO \"Inbox\" (\"Conversation\", \"ActivityId\", \"PersonKey\", \"Body\", \"ReceivedAt\") VALUES (@p0, @p1, @p2, @p3, @p4)";

    /// <summary>Neither row nor JSON.</summary>
    public static WebApplication Hello()
    {
        var app = Empty();
        app.MapPost("/api/messages", () => Results.Content("{\"activities\":[{}]}", "application/json"));
        return app;
    }

    /// <summary>One commit a request on one connection, one after the other.</summary>
    public static WebApplication One(DirectoryInfo folder)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(folder.FullName, "copilot.db")}");
        connection.Open();
        using (var pragma = connection.CreateCommand())
        {
            pragma.CommandText = "PRAGMA synchronous=FULL";
            pragma.ExecuteNonQuery();
        }

        // waiting costs no thread
        var turn = new SemaphoreSlim(1);
        return Serving(async (message, cancellationToken) =>
        {
            await turn.WaitAsync(cancellationToken);
            try
            {
                await using var command = connection.CreateCommand();
                command.CommandText = Insert;
                object[] values = [message.Conversation, message.ActivityId, message.PersonKey, message.Body, TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds()];
                for (var i = 0; i < values.Length; i++)
                {
                    command.Parameters.AddWithValue($"@p{i}", values[i]);
                }

                await command.ExecuteNonQueryAsync(cancellationToken);
            }
            finally
            {
                turn.Release();
            }
        });
    }

    /// <summary>Commits shared as the inbox shares them.</summary>
    public static WebApplication Shared(CompanyStore store)
    {
        var messages = new MessageStore(store);
        return Serving((message, cancellationToken) => messages.TakeAsync(message, cancellationToken));
    }

    private static WebApplication Serving(Func<IncomingMessage, CancellationToken, Task> store)
    {
        var app = Empty();
        app.MapPost("/api/messages", async (HttpContext context, CancellationToken cancellationToken) =>
        {
            var activity = (await JsonSerializer.DeserializeAsync(context.Request.Body, ActivityJson.Wire.Activity, cancellationToken))!;
            await store(new IncomingMessage(Activities.Key(activity), activity.Id!, activity.From!.Id!, Activities.Write(activity)), cancellationToken);
            return Bodies.Set([Activities.Reply(activity) with { Text = activity.Text, Id = Guid.CreateVersion7().ToString("N") }]);
        });
        return app;
    }

    private static WebApplication Empty()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(LoadServer.Address.ToString());
        return builder.Build();
    }
}
