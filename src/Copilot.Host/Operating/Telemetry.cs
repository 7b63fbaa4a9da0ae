using System.Diagnostics.Metrics;
using Copilot.Bot;
using Copilot.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Copilot.Host.Operating;

/// <summary>
/// Traces and measurements: to an OTLP endpoint where one is configured, and as text at <c>/metrics</c> for programs on this machine, or for all where
/// <c>Copilot:OpenMetrics</c> says so.
/// </summary>
internal sealed class Telemetry : IDisposable
{
    // the endpoint's own name, which every collector's manual uses
    private const string EndpointKey = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string OpenKey = "Copilot:OpenMetrics";
    private static readonly string[] Meters = [CopilotBot.Telemetry, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Net.Http", "System.Runtime"];

    // a turn is a few milliseconds: the library's own bounds begin where ours end
    private static readonly double[] Bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    // how many sets of labels a measurement of the framework's may have. The library lays a table of 2,000 out for each at once, forty times; ours, which
    // tell functions and outcomes apart, keep that many
    private const int FrameworkSeries = 200;

    private readonly PrometheusText _text = new();
    private readonly MeterProvider _meters;
    private readonly TracerProvider? _traces;
    private readonly bool _open;

    private Telemetry(Uri? endpoint, bool open)
    {
        _open = open;
        var resource = ResourceBuilder.CreateDefault().AddService("copilot");
        var meters = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource).AddMeter(Meters)
            .AddView(View)
            .AddReader(new BaseExportingMetricReader(_text));
        if (endpoint is not null)
        {
            // the framework leaves its server spans bare unless told, and says so only before the first of them
            AppContext.SetSwitch("Microsoft.AspNetCore.Hosting.SuppressActivityOpenTelemetryData", false);
            meters.AddOtlpExporter();
            _traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource).AddSource(CopilotBot.Telemetry, "Microsoft.AspNetCore", "System.Net.Http").AddOtlpExporter().Build();
        }

        _meters = meters.Build();
    }

    private static MetricStreamConfiguration? View(Instrument instrument) => instrument.Name == "copilot.turn.duration"
        ? new ExplicitBucketHistogramConfiguration { Boundaries = Bounds }
        : instrument.Meter.Name == CopilotBot.Telemetry ? null : new MetricStreamConfiguration { CardinalityLimit = FrameworkSeries };

    /// <summary>Begins to measure; a fault names the setting that is wrong.</summary>
    public static Result<Telemetry> Start(IConfiguration configuration)
    {
        Uri? endpoint = null;
        if (configuration[EndpointKey] is { Length: > 0 } text && (!Uri.TryCreate(text, UriKind.Absolute, out endpoint) || endpoint.Scheme is not ("http" or "https")))
        {
            return new Fault("HO-060", $"{EndpointKey} is \"{text}\", which is no address. Write it as http://127.0.0.1:4317, or leave it out to send nothing.");
        }

        var open = configuration[OpenKey];
        return open is { Length: > 0 } && !bool.TryParse(open, out _)
            ? new Fault("HO-061", $"{OpenKey} is \"{open}\". It is true or false (the default: /metrics answers programs on this machine alone).")
            : new Telemetry(endpoint, open is { Length: > 0 } && bool.Parse(open));
    }

    /// <summary>Maps <c>/metrics</c>.</summary>
    public void Map(WebApplication app) => app.MapGet("/metrics", (HttpContext context) => _open || CopilotBot.IsLocal(context)
        ? Results.Text(_text.Read(), PrometheusText.MediaType)
        : Results.Text($"Measurements are for programs on this machine; {OpenKey} opens them.", statusCode: StatusCodes.Status403Forbidden));

    /// <inheritdoc/>
    public void Dispose()
    {
        // the exporter of an endpoint sends what it still holds
        _traces?.Dispose();
        _meters.Dispose();
        _text.Dispose();
    }
}
