using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace Copilot.Host.Operating;

/// <summary>
/// What the host writes while it serves: a line for each event, with its trace in front, as JSON where <c>Logging:Console:FormatterName</c> is "json". No
/// line holds what somebody typed or was answered. Levels are the framework's own settings, <c>Logging:LogLevel:Copilot</c> and so on.
/// </summary>
internal static class ServeLog
{
    // it logs each failure as an error and then either throws it, and the command says it in a sentence, or ends the host, which is critical
    private const string FrameworksHost = "Microsoft.Extensions.Hosting.Internal.Host";

    /// <summary>Registers it.</summary>
    public static void Add(WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Warning).AddFilter(FrameworksHost, LogLevel.Critical).AddConfiguration(builder.Configuration.GetSection("Logging"))
            .Configure(factory => factory.ActivityTrackingOptions = ActivityTrackingOptions.TraceId | ActivityTrackingOptions.SpanId)
            .AddSimpleConsole(console => (console.SingleLine, console.IncludeScopes, console.TimestampFormat, console.UseUtcTimestamp) = (true, true, "yyyy-MM-ddTHH:mm:ss.fffZ ", true))
            .AddJsonConsole(console => (console.IncludeScopes, console.UseUtcTimestamp, console.TimestampFormat) = (true, true, "yyyy-MM-ddTHH:mm:ss.fffZ"));

        // of the formatters the one that was registered last would stand: lines for people unless told
        if (builder.Configuration["Logging:Console:FormatterName"] is not { Length: > 0 })
        {
            builder.Logging.AddConsole(console => console.FormatterName = ConsoleFormatterNames.Simple);
        }
    }
}
