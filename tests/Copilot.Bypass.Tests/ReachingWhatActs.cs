using Copilot.Bypass.Tests.Support;

namespace Copilot.Bypass.Tests;

/// <summary>Whoever holds an executor, a store or a gate still has nothing to call that acts unasked.</summary>
public sealed class ReachingWhatActs
{
    private static readonly Way[] Ways =
    [
        new("run of an executor", "return await typed.RunAsync(call, ticket, stop);", "return (typed, call, ticket, stop);", "CS0122"),
        new("read-back of an executor", "return await typed.FindAsync(call, \"P-1/1\", stop);", "return (typed, call, \"P-1/1\", stop);", "CS0122"),
        new("invoke of an executor", "return await executor.InvokeAsync(ticket, stop);", "return (executor, ticket, stop);", "CS0122"),
        new("invoke of an executor from the list", "return await MailExecutors.All(store, options)[0].InvokeAsync(ticket, stop);", "return MailExecutors.All(store, options)[0].ToString();", "CS0122"),
        new("run of an executor from the list", "return await CompanyExecutors.All(store)[0].RunAsync(call, ticket, stop);", "return CompanyExecutors.All(store)[0].ToString();", "CS1061"),
        new("the mail executor itself", "return new SendMails(store, options);", "return MailExecutors.All(store, options);", "CS0122"),
        new("the mail client", "return await new SmtpPost(options).SendAsync(new System.Net.Mail.MailMessage(), stop);", "return (options.Host, new System.Net.Mail.MailMessage(), stop);", "CS0122"),
        new("the mail folder", "return new FolderPost(store.Options.DataFolder).Holds(\"P-1/1\");", "return (store.Options.DataFolder, \"P-1/1\");", "CS0122"),
        new("records to be written in an execution", "return new CompanyWork(null!, ticket);", "return (store, ticket);", "CS0122"),
        new("the business records, to write", "return store.Company();", "return await store.ProfileAsync(stop);", "CS1061"),
        new("the copilot's own records, to write", "return store.Copilot();", "return await store.StaffAsync(stop);", "CS1061"),
        new("many records, to write", "return await store.BulkAsync(stop);", "return await store.RolesAsync(stop);", "CS1061"),
        new("a context of one's own", "return new SqliteCompanyContext(null!);", "return store.Options;", "CS0122"),
        new("proposals stored by oneself", "return new ProposalStore(store, policy, TimeProvider.System);", "return gate.Proposals;", "CS0122"),
        new("the nudge executor itself", "return new SendNudges(store, options);", "return MailExecutors.All(store, options);", "CS0122"),
        new("a standing approval put in force by oneself", "return new GrantStandings(store);", "return typeof(GrantStanding);", "CS0122"),
        new("a row of a standing approval", "return new StandingRow { PerDay = 1000 };", "return typeof(GrantStanding);", "CS0122"),
        new("something covered by a standing approval", "return await gate.SubmitUnderAsync(\"S-1\", \"o\", \"t\", \"{}\", null!, stop);", "return gate.Proposals;", "CS1061"),
        new("a request under a standing approval", "return new ProposalRequest(\"t\", \"{}\", \"me\", \"c\", null!) { Standing = 1 };", "return new ProposalRequest(\"t\", \"{}\", \"me\", \"c\", null!);", "CS0117"),
        new("a confirmation carried out by oneself", "return typeof(Confirming);", "return typeof(ConfirmationGate);", "CS0122"),
        new("the runner itself", "return typeof(EffectRunner);", "return typeof(ConfirmationGate);", "CS0122"),
        new("the decider itself", "return typeof(Decider);", "return typeof(DecisionResult);", "CS0122"),
        new("an entry into the ledger", "return await LedgerWriter.AddAsync(null!, default, \"confirmed\", \"me\", \"P-1\", new { }, stop);", "return await new Ledger(store, TimeProvider.System).NewestAsync(1, stop);", "CS0122"),
        new("a seal for the ledger", "return LedgerChain.Stored(default);", "return new Ledger(store, TimeProvider.System);", "CS0122"),
        new("the key of somebody's text", "return PersonKeys.OfPerson(\"hannah.price\");", "return new Ledger(store, TimeProvider.System);", "CS0122"),
        new("a row of the ledger", "return new LedgerRow { Kind = \"confirmed\" };", "return new LedgerEntry[1];", "CS0122"),
        new("a row of a proposal", "return new ProposalRow();", "return new ProposalView[1];", "CS0122"),
        new("a request in somebody else's place", "return new ProposalRequest(\"t\", \"{}\", \"me\", \"c\", null!) { Supersedes = 1 };", "return new ProposalRequest(\"t\", \"{}\", \"me\", \"c\", null!);", "CS0117"),
        new("a request as one's own undo", "return new ProposalRequest(\"t\", \"{}\", \"me\", \"c\", null!) { OwnUndo = true };", "return new ProposalRequest(\"t\", \"{}\", \"me\", \"c\", null!);", "CS0117"),
    ];

    private static readonly Way[] Declarations =
    [
        new(
            "protected run through an executor of one's own",
            "public sealed class Mine : EffectExecutor<LogCall> { public Task<ExecutionResult> Leak(EffectExecutor<LogCall> other, LogCall call, ExecutionTicket ticket) => other.RunAsync(call, ticket, default); " + Body + " }",
            "public sealed class Mine : EffectExecutor<LogCall> { public Task<ExecutionResult> Own(EffectExecutor<LogCall> other, LogCall call, ExecutionTicket ticket) => RunAsync(call, ticket, default); " + Body + " }",
            "CS1540"),
        new("executor without a kind", "public abstract class Mine : EffectExecutor { }", "public abstract class Mine : EffectExecutor<LogCall> { }", "CS0122"),
    ];

    private const string Body =
        "protected override Task<ExecutionResult> RunAsync(LogCall effect, ExecutionTicket ticket, CancellationToken cancellationToken) => throw new NotSupportedException(); " +
        "protected override Task<ExecutionResult> FindAsync(LogCall effect, string key, CancellationToken cancellationToken) => throw new NotSupportedException();";

    public static TheoryData<string> Names => Way.Rows(Ways);

    public static TheoryData<string> Declared => Way.Rows(Declarations);

    [Theory]
    [MemberData(nameof(Names))]
    public void Stranger_WhoReachesForIt_DoesNotCompile(string way) => Assert.Equal(Way.Of(Ways, way).Errors.Split(' '), Compiler.Errors(Snippets.Stranger(Way.Of(Ways, way).Attempt)));

    [Theory]
    [MemberData(nameof(Names))]
    public void SameWithoutTheOffence_Compiled_HasNoError(string way) => Assert.Empty(Compiler.Errors(Snippets.Stranger(Way.Of(Ways, way).Neighbour)));

    [Theory]
    [MemberData(nameof(Declared))]
    public void Stranger_WhoDerivesForIt_DoesNotCompile(string way) => Assert.Equal(Way.Of(Declarations, way).Errors.Split(' '), Compiler.Errors(Snippets.Declared(Way.Of(Declarations, way).Attempt)));

    [Theory]
    [MemberData(nameof(Declared))]
    public void DerivedWithoutTheOffence_Compiled_HasNoError(string way) => Assert.Empty(Compiler.Errors(Snippets.Declared(Way.Of(Declarations, way).Neighbour)));
}
