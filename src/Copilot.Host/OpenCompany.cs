using Copilot.Connectors.Company;
using Copilot.Connectors.Mail;
using Copilot.Conversation;
using Copilot.Core;
using Copilot.Data;
using Copilot.Gate;
using Copilot.Host.Settings;
using Microsoft.Extensions.Logging;

namespace Copilot.Host;

/// <summary>A company with its store and the dialogue about it, for one person at the keyboard or for all who reach the host.</summary>
internal sealed class OpenCompany : IAsyncDisposable
{
    private OpenCompany(HostSettings settings, CompanyStore store, CompanyProfile profile, EmbeddedEngine engine, PolicyBook policy, ILoggerFactory loggers)
    {
        (Settings, Store, Profile, Engine) = (settings, store, profile, engine);
        Company = new StoreCompany(store, TimeProvider.System, settings.Today) { WhoMay = policy, Originals = () => settings.Documents.Open(settings.DataFolder) };
        var facts = new FactCheck(engine, Company, loggers.CreateLogger<FactCheck>());
        Gate = new ConfirmationGate(store, policy, [.. CompanyExecutors.All(store), .. MailExecutors.All(store, settings.Mail)], facts, new StandingWords(), new BusinessDay(settings.Today, TimeProvider.System), loggers.CreateLogger<ConfirmationGate>());
        Dialogue = new Dialogue(engine, Company, Gate.Proposals, TimeProvider.System, loggers.CreateLogger<Dialogue>());
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

    /// <summary>What stands between a proposal and a change.</summary>
    public ConfirmationGate Gate { get; }

    /// <summary>Opens it; a folder without a company becomes the sample.</summary>
    public static async Task<Result<OpenCompany>> OpenAsync(HostSettings settings, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        // the engine needs nothing of the store: both are opened at once
        var engine = Task.Run(() => EmbeddedEngine.Open(PluginList.All, settings.DataFolder), cancellationToken);
        var opened = await CompanyFolder.OpenAsync(settings, cancellationToken);
        if (!opened.Ok)
        {
            return opened.Fault;
        }

        var (store, profile) = opened.Value;
        var policy = PolicyBook.Open(settings.DataFolder, await store.RolesAsync(cancellationToken));
        if (!policy.Ok)
        {
            await store.DisposeAsync();
            return policy.Fault;
        }

        var company = new OpenCompany(settings, store, profile, await engine, policy.Value, loggers);
        await company.Gate.NotePolicyAsync(Environment.UserName, cancellationToken);
        return company;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Store.DisposeAsync();
}
