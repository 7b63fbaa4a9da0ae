using Copilot.Conversation;
using Copilot.Core;
using Copilot.Data;
using Copilot.Host.Commands;
using Copilot.Host.Settings;

namespace Copilot.Host;

/// <summary>Everything a command works with: the store, the person, the conversation. The composition root.</summary>
internal sealed class Workplace : IAsyncDisposable
{
    /// <summary>Who asks in the sample company unless <c>--as</c> says otherwise: a role that sees every subject.</summary>
    private const string SamplePerson = "nadia.hassan";

    private readonly EmbeddedEngine _engine;
    private readonly StoreCompany _company;

    private Workplace(HostSettings settings, CompanyStore store, CompanyProfile profile, Person person, Access access, EmbeddedEngine engine, StoreCompany company)
    {
        (Settings, Store, Profile, Person, Access) = (settings, store, profile, person, access);
        (_engine, _company) = (engine, company);
        Dialogue = new Dialogue(engine, company, TimeProvider.System, new ErrorLogger<Dialogue>());
    }

    /// <summary>The host's settings.</summary>
    public HostSettings Settings { get; }

    /// <summary>Both databases.</summary>
    public CompanyStore Store { get; }

    /// <summary>The company.</summary>
    public CompanyProfile Profile { get; }

    /// <summary>Who asks.</summary>
    public Person Person { get; }

    /// <summary>What they may see.</summary>
    public Access Access { get; }

    /// <summary>The conversation.</summary>
    public Dialogue Dialogue { get; }

    /// <summary>The business day.</summary>
    public DateOnly Today => _company.Today;

    /// <summary>Opens the data folder above the working directory, making the sample company on first run.</summary>
    public static async Task<Result<Workplace>> OpenAsync(string? asPerson, CancellationToken cancellationToken)
    {
        var settings = HostSettings.Read(new DirectoryInfo(Environment.CurrentDirectory));
        return settings.Ok ? await OpenAsync(settings.Value, asPerson, cancellationToken) : settings.Fault;
    }

    /// <summary>Opens a workplace with those settings.</summary>
    public static async Task<Result<Workplace>> OpenAsync(HostSettings settings, string? asPerson, CancellationToken cancellationToken)
    {
        // the engine needs nothing of the store: both are opened at once
        var engine = Task.Run(() => EmbeddedEngine.Open(PluginList.All, settings.DataFolder), cancellationToken);
        var opened = await CompanyFolder.OpenAsync(settings, cancellationToken);
        if (!opened.Ok)
        {
            return opened.Fault;
        }

        var (store, profile) = opened.Value;
        var person = await WhoAsync(store, profile, asPerson, cancellationToken);
        if (!person.Ok)
        {
            await store.DisposeAsync();
            return person.Fault;
        }

        var company = new StoreCompany(store, TimeProvider.System, settings.Today);
        return new Workplace(settings, store, profile, person.Value.Person, person.Value.Access, await engine, company);
    }

    /// <summary>How well the sentences of a file are understood.</summary>
    public async Task<Result<EvaluationReport>> EvaluateAsync(FileInfo file, CancellationToken cancellationToken) =>
        await new Evaluator(_engine, await _company.NamesAsync(cancellationToken), Today).RunAsync(file, cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Store.DisposeAsync();

    /// <summary>In the sample company anyone may be anyone; with a company's own data one is the account at the keyboard.</summary>
    private static async Task<Result<(Person Person, Access Access)>> WhoAsync(CompanyStore store, CompanyProfile profile, string? asPerson, CancellationToken cancellationToken)
    {
        if (profile.IsSample)
        {
            return await store.FindPersonAsync(asPerson ?? SamplePerson, cancellationToken);
        }

        if (asPerson is not null)
        {
            return new Fault("HO-010", $"--as works in the sample company alone. In {profile.Name} you are who you are signed in as: {Environment.UserName}.");
        }

        return await Account.FindAsync(store, profile, cancellationToken);
    }
}
