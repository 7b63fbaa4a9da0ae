using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace Copilot.Tests.Bot;

public sealed partial class HostInTrouble(StrictHost host) : IClassFixture<StrictHost>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task PersonWhoIsTooQuick_Posting_IsToldWhenToComeBackAndNothingIsStored()
    {
        for (var n = 0; n < StrictHost.PerMinute; n++)
        {
            using var taken = await host.PostAsync(host.Message("help", "ben.carter"));
            Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        }

        var message = host.Message("help", "ben.carter");
        using var refused = await host.PostAsync(message);
        using var another = await host.PostAsync(host.Message("help", "luca.moretti"));

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60 / StrictHost.PerMinute);
        Assert.Contains("BT-041", await refused.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        await using var context = host.Store.Copilot();
        Assert.False(context.Inbox.Any(row => row.ActivityId == (string)message["id"]!));
        Assert.Equal(HttpStatusCode.OK, another.StatusCode);
    }

    [Fact]
    public async Task Health_Asked_IsLiveAndReady()
    {
        Assert.Equal((HttpStatusCode.OK, "live"), await HealthAsync("live"));
        Assert.Equal((HttpStatusCode.OK, "ready"), await HealthAsync("ready"));
    }

    [Theory]
    [InlineData("company.db", "Companies")]
    [InlineData("copilot.db", "Inbox")]
    public async Task DatabaseThatCannotBeRead_Asked_IsLiveAndNotReadyUntilItCan(string file, string table)
    {
        await RunAsync(file, $"ALTER TABLE \"{table}\" RENAME TO \"Away\"");
        try
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await HealthAsync("ready")).Status);
            Assert.Equal(HttpStatusCode.OK, (await HealthAsync("live")).Status);
        }
        finally
        {
            await RunAsync(file, $"ALTER TABLE \"Away\" RENAME TO \"{table}\"");
        }

        Assert.Equal(HttpStatusCode.OK, (await HealthAsync("ready")).Status);
    }

    [Fact]
    public async Task SocketOfThePage_BehindAPublicAddress_IsNamedUnderItAndEncrypted()
    {
        using var page = await PageClient.OpenAsync(host, "hannah.price");

        var (id, stream) = await PageClient.StartAsync(page);

        Assert.StartsWith($"wss://copilot.example.com/v3/directline/conversations/{id}/stream?", stream, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TurnsOfOneConversation_WithoutACollector_AreEachLoggedUnderTheirOwnRequest()
    {
        var conversation = Guid.NewGuid().ToString("N");
        var traces = Enumerable.Range(0, StrictHost.PerMinute).Select(_ => Guid.NewGuid().ToString("N")).ToArray();

        await Task.WhenAll(traces.Select(trace => PostAsync(host.Message("help", "nadia.hassan", conversation), trace)));
        await host.Channel.WaitAsync(conversation, traces.Length);

        var lines = traces.Select(trace => Assert.Single(host.Log.Lines, line => line.Contains("TurnHandler", StringComparison.Ordinal) && line.Contains(trace, StringComparison.Ordinal))).ToArray();
        Assert.All(lines, line => Assert.DoesNotContain("RequestId", line, StringComparison.Ordinal));
        Assert.Equal(traces.Length, lines.Select(line => MessageId().Match(line).Value).Distinct(StringComparer.Ordinal).Count());
    }

    private async Task PostAsync(JsonObject message, string trace)
    {
        using var client = host.Client();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new StringContent(message.ToJsonString(), System.Text.Encoding.UTF8, "application/json") };
        request.Headers.Add("traceparent", $"00-{trace}-00f067aa0ba902b7-00");
        using var response = await client.SendAsync(request, Token);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    private async Task<(HttpStatusCode Status, string Text)> HealthAsync(string what)
    {
        using var client = host.Client();
        using var response = await client.GetAsync(string.Create(CultureInfo.InvariantCulture, $"/health/{what}"), Token);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(Token));
    }

    private async Task RunAsync(string file, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(host.Folder.FullName, file)};Pooling=False");
        await connection.OpenAsync(Token);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Token);
    }

    [GeneratedRegex("MessageId:[0-9]+")]
    private static partial Regex MessageId();
}
