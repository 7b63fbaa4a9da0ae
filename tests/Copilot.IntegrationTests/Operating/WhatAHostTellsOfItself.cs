using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Copilot.IntegrationTests.Operating;

public sealed partial class WhatAHostTellsOfItself(WatchedHost host) : IClassFixture<WatchedHost>
{
    private const string Question = "was schuldet uns Kaufhaus Adler?";

    [Fact]
    public async Task Turn_Ended_IsCountedByFunctionAndOutcome()
    {
        const string Line = "copilot_turns_total{channel=\"msteams\",outcome=\"answer\",tool=\"logistics_track\"}";
        var before = Value((await host.MetricsAsync()).Text, Line);

        await host.AskAsync("track SO-10311");

        var (_, text) = await host.MetricsAsync();
        Assert.Equal(before + 1, Value(text, Line));
        Assert.Contains("copilot_turn_duration_seconds_bucket{outcome=\"answer\",stage=\"answering\",tool=\"logistics_track\",le=\"0.005\"}", text, StringComparison.Ordinal);
        Assert.Contains("copilot_inbox_depth ", text, StringComparison.Ordinal);
        Assert.Contains("copilot_outbox_depth{state=\"parked\"} ", text, StringComparison.Ordinal);
        Assert.Contains("http_server_request_duration_seconds_count{", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Measurements_Read_KeepToTheFormatAndNameNobody()
    {
        await host.AskAsync(Question);

        var (_, text) = await host.MetricsAsync();

        Assert.All(text.TrimEnd('\n').Split('\n'), line => Assert.Matches(Exposition(), line));
        NamesNobody(text);
        var buckets = text.Split('\n').Where(line => line.StartsWith("copilot_turn_duration_seconds_bucket{stage=\"all\"", StringComparison.Ordinal))
            .Select(line => double.Parse(line[(line.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture)).ToArray();
        Assert.Equal(buckets.Order(), buckets);
        Assert.Equal(Value(text, "copilot_turn_duration_seconds_count{stage=\"all\"}"), buckets[^1]);
    }

    [Fact]
    public async Task Measurements_AskedForThroughAProxy_AreRefused() => Assert.Equal(403, (await host.MetricsAsync(forwardedFor: "127.0.0.1")).Status);

    [Fact]
    public async Task Turn_Ended_ReachesTheCollectorAsASpanAndAsMeasurements()
    {
        await host.AskAsync(Question);

        Assert.True(await WatchedHost.SoonAsync(() => host.Reported.Any(report => report.Kind == "traces" && report.Body.Contains("copilot.turn", StringComparison.Ordinal) && report.Body.Contains("receivables_", StringComparison.Ordinal))));
        Assert.True(await WatchedHost.SoonAsync(() => host.Reported.Any(report => report.Kind == "metrics" && report.Body.Contains("copilot.turn.duration", StringComparison.Ordinal))));
        Assert.All(host.Reported, report => NamesNobody(report.Body));
    }

    [Fact]
    public async Task Log_OfATurn_CarriesItsTraceAndNoWordOfIt()
    {
        await host.AskAsync(Question);

        Assert.True(await WatchedHost.SoonAsync(() => host.Log.Contains("receivables_", StringComparison.Ordinal)), host.Log);
        var line = host.Log.Split('\n').Last(text => text.Contains("receivables_", StringComparison.Ordinal));
        using var entry = JsonDocument.Parse(line);
        Assert.Equal("Information", entry.RootElement.GetProperty("LogLevel").GetString());
        Assert.Contains("TraceId:", line, StringComparison.Ordinal);
        NamesNobody(host.Log);
    }

    private static void NamesNobody(string text)
    {
        Assert.DoesNotContain("adler", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("schuldet", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("hannah", text, StringComparison.OrdinalIgnoreCase);
    }

    private static double Value(string text, string series) => text.Split('\n').FirstOrDefault(line => line.StartsWith(series + " ", StringComparison.Ordinal)) is { } line
        ? double.Parse(line[(series.Length + 1)..], CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex("""^(# (HELP|TYPE) [a-zA-Z_]\w* .*|[a-zA-Z_]\w*(\{\w+="([^"\\\n]|\\.)*"(,\w+="([^"\\\n]|\\.)*")*\})? (NaN|[+-]Inf|-?[0-9.]+([eE][+-]?\d+)?))$""")]
    private static partial Regex Exposition();
}
