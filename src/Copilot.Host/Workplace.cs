using Copilot.Conversation;
using Copilot.Core;
using Copilot.Data;
using Copilot.Gate;
using Copilot.Host.Commands;
using Copilot.Host.Settings;

namespace Copilot.Host;

/// <summary>Everything a command works with: the company and the person at the keyboard.</summary>
internal sealed class Workplace : IAsyncDisposable
{
    /// <summary>Who asks in the sample company unless <c>--as</c> says otherwise: a role that sees every subject.</summary>
    private const string SamplePerson = "nadia.hassan";

    private readonly OpenCompany _company;

    private Workplace(OpenCompany company, Person person, Access access) => (_company, Person, Access) = (company, person, access);

    /// <summary>The host's settings.</summary>
    public HostSettings Settings => _company.Settings;

    /// <summary>Both databases.</summary>
    public CompanyStore Store => _company.Store;

    /// <summary>The company.</summary>
    public CompanyProfile Profile => _company.Profile;

    /// <summary>Who asks.</summary>
    public Person Person { get; }

    /// <summary>What they may see.</summary>
    public Access Access { get; }

    /// <summary>The conversation.</summary>
    public Dialogue Dialogue => _company.Dialogue;

    /// <summary>What stands between a proposal and a change.</summary>
    public ConfirmationGate Gate => _company.Gate;

    /// <summary>What was said and answered.</summary>
    public MessageStore Messages => field ??= new MessageStore(Store);

    /// <summary>The business day.</summary>
    public DateOnly Today => _company.Company.Today;

    /// <summary>Opens the data folder above the working directory, making the sample company on first run.</summary>
    public static async Task<Result<Workplace>> OpenAsync(string? asPerson, CancellationToken cancellationToken)
    {
        var settings = HostSettings.Read(new DirectoryInfo(Environment.CurrentDirectory));
        return settings.Ok ? await OpenAsync(settings.Value, asPerson, cancellationToken) : settings.Fault;
    }

    /// <summary>Opens a workplace with those settings.</summary>
    public static async Task<Result<Workplace>> OpenAsync(HostSettings settings, string? asPerson, CancellationToken cancellationToken)
    {
        var opened = await OpenCompany.OpenAsync(settings, new ErrorLoggers(), cancellationToken);
        if (!opened.Ok)
        {
            return opened.Fault;
        }

        var person = await WhoAsync(opened.Value, asPerson, cancellationToken);
        if (!person.Ok)
        {
            await opened.Value.DisposeAsync();
            return person.Fault;
        }

        return new Workplace(opened.Value, person.Value.Person, person.Value.Access);
    }

    /// <summary>How well the sentences of a file are understood.</summary>
    public async Task<Result<EvaluationReport>> EvaluateAsync(FileInfo file, CancellationToken cancellationToken) =>
        await new Evaluator(_company.Engine, await _company.Company.NamesAsync(cancellationToken), Today).RunAsync(file, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Messages.DisposeAsync();
        await _company.DisposeAsync();
    }

    /// <summary>In the sample company anyone may be anyone; with a company's own data one is the account at the keyboard.</summary>
    private static async Task<Result<(Person Person, Access Access)>> WhoAsync(OpenCompany company, string? asPerson, CancellationToken cancellationToken)
    {
        if (company.Profile.IsSample)
        {
            return await company.Store.FindPersonAsync(asPerson ?? SamplePerson, cancellationToken);
        }

        if (asPerson is not null)
        {
            return new Fault("HO-010", $"--as works in the sample company alone. In {company.Profile.Name} you are who you are signed in as: {Environment.UserName}.");
        }

        return await Account.FindAsync(company.Store, company.Profile, cancellationToken);
    }
}
