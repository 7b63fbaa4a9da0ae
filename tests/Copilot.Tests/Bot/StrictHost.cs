using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Copilot.Tests.Bot;

/// <summary>A host of its own that a test may bring into trouble: three messages a minute, a public address, and a log that is kept. Nobody collects its spans.</summary>
public sealed class StrictHost : ChatHost
{
    public const int PerMinute = 3;

    internal ScopedLines Log { get; } = new();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Services.GetRequiredService<ILoggerFactory>().AddProvider(Log);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Log.Dispose();
    }

    protected override void Set(JsonObject settings)
    {
        settings["Copilot"]!["PublicUrl"] = "https://copilot.example.com";
        settings["Copilot"]!["Bot"]!["TurnsPerMinute"] = $"{PerMinute}";

        // the lines of turns are for this test alone
        settings["Logging"] = new JsonObject { ["LogLevel"] = new JsonObject { ["Copilot"] = "Information" }, ["Console"] = new JsonObject { ["LogLevel"] = new JsonObject { ["Default"] = "None", ["Copilot"] = "None" } } };
    }
}
