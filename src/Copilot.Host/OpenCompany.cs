using Copilot.Conversation;
using Copilot.Core;
using Copilot.Data;
using Copilot.Host.Settings;
using Microsoft.Extensions.Logging;

namespace Copilot.Host;

/// <summary>A company with its store and the dialogue about it, for one person at the keyboard or for all who reach the host.</summary>
internal sealed class OpenCompany : IAsyncDisposable
{
    private OpenCompany(HostSettings settings, CompanyStore store, CompanyProfile profile, EmbeddedEngine engine, ILogger<Dialogue> logger)
    {
        (Settings, Store, Profile, Engine) = (settings, store, profile, engine);
        Company = new StoreCompany(store, TimeProvider.System, settings.Today);
        Dialogue = new Dialogue(engine, Company, TimeProvider.System, logger);
    }

    /// <summary>The host's settings.</summary>
    public HostSettings Settings { get; }

    /// <summary>Both databases.</summary>
    public CompanyStore Store { get; }

    /// <summary>The company.</summary>
    public CompanyProfile Profile { get; }

    /// <summary>What understands.</summary>
    public EmbeddedEngine Engine { get; }

    /// <summary>The records.</summary>
    public StoreCompany Company { get; }

    /// <summary>The conversation.</summary>
    public Dialogue Dialogue { get; }

    /// <summary>Opens it; a folder without a company becomes the sample.</summary>
    public static async Task<Result<OpenCompany>> OpenAsync(HostSettings settings, ILogger<Dialogue> logger, CancellationToken cancellationToken)
    {
        // the engine needs nothing of the store: both are opened at once
        var engine = Task.Run(() => EmbeddedEngine.Open(PluginList.All, settings.DataFolder), cancellationToken);
        var opened = await CompanyFolder.OpenAsync(settings, cancellationToken);
        return opened.Ok ? new OpenCompany(settings, opened.Value.Store, opened.Value.Profile, await engine, logger) : opened.Fault;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Store.DisposeAsync();
}
