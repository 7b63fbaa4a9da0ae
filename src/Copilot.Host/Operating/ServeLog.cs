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
    /// <summary>Registers it.</summary>
    public static void Add(WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Warning).AddConfiguration(builder.Configuration.GetSection("Logging"))
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
