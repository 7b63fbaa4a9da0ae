using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Copilot.Tests.Bot;

namespace Copilot.Tests.Operating;

public sealed partial class MeasurementsOfTheHost(ChatHost host)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Turn_Ended_IsCountedByFunctionAndOutcome()
    {
        const string Line = "copilot_turns_total{channel=\"msteams\",outcome=\"answer\",tool=\"logistics_track\"}";
        var before = Value(await MetricsAsync(), Line);

        await host.AskAsync(host.Message("track SO-10311"));

        var text = await MetricsAsync();
        Assert.True(Value(text, Line) > before, text);
        Assert.Contains("copilot_turn_duration_seconds_bucket{stage=\"answering\",le=\"0.005\"}", text, StringComparison.Ordinal);
        Assert.Contains("copilot_inbox_depth ", text, StringComparison.Ordinal);
        Assert.Contains("copilot_outbox_depth{state=\"parked\"} ", text, StringComparison.Ordinal);
        Assert.Contains("http_server_request_duration_seconds_count{", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Measurements_Read_KeepToTheFormatAndNameNobody()
    {
        await host.AskAsync(host.Message("was schuldet uns Kaufhaus Adler?"));

        var text = await MetricsAsync();

        Assert.All(text.TrimEnd('\n').Split('\n'), line => Assert.Matches(Exposition(), line));
        Assert.DoesNotContain("adler", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("hannah", text, StringComparison.OrdinalIgnoreCase);
        var buckets = BucketsOf(text, "stage=\"all\"");
        Assert.Equal(buckets.Order(), buckets);
        Assert.Equal(Value(text, "copilot_turn_duration_seconds_count{stage=\"all\"}"), buckets[^1]);
    }

    [Fact]
    public async Task Measurements_AskedForThroughAProxy_AreRefused()
    {
        using var client = host.Client();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/metrics");
        request.Headers.Add("X-Forwarded-For", "127.0.0.1");
        using var response = await client.SendAsync(request, Token);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    private async Task<string> MetricsAsync()
    {
        using var client = host.Client();
        using var response = await client.GetAsync("/metrics", Token);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync(Token);
    }

    private static double Value(string text, string series) => text.Split('\n').FirstOrDefault(line => line.StartsWith(series + " ", StringComparison.Ordinal)) is { } line
        ? double.Parse(line[(series.Length + 1)..], CultureInfo.InvariantCulture) : 0;

    private static double[] BucketsOf(string text, string label) => [.. text.Split('\n').Where(line => line.StartsWith("copilot_turn_duration_seconds_bucket{" + label, StringComparison.Ordinal))
        .Select(line => double.Parse(line[(line.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture))];

    [GeneratedRegex("""^(# (HELP|TYPE) [a-zA-Z_]\w* .*|[a-zA-Z_]\w*(\{\w+="([^"\\\n]|\\.)*"(,\w+="([^"\\\n]|\\.)*")*\})? (NaN|[+-]Inf|-?[0-9.]+([eE][+-]?\d+)?))$""")]
    private static partial Regex Exposition();
}
