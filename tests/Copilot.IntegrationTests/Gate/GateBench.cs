using Copilot.Core;
using Copilot.Data;
using Copilot.Gate;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Copilot.IntegrationTests.Gate;

/// <summary>A small company with a gate before it: five people, a customer with two contacts and three invoices, and outside systems that remember.</summary>
internal sealed class GateBench : IFactCheck, IStandingWords, IAsyncDisposable
{
    public static readonly Target Maple = new(TargetKind.Customer, 1, "Maple & Main", 1);

    private GateBench(CompanyStore store, HandClock clock, PolicyBook policy)
    {
        (Store, Clock) = (store, clock);
        Gate = new ConfirmationGate(store, policy, [Calls, Mails, Credits, WriteOffs, Cash, Reminders, Nudges], this, this, Day, NullLogger<ConfirmationGate>.Instance);
    }

    public CompanyStore Store { get; }

    public HandClock Clock { get; }

    public ConfirmationGate Gate { get; }

    public Recorder<LogCall> Calls { get; } = new();

    public Recorder<SendMail> Mails { get; } = new();

    public Recorder<IssueCreditNote> Credits { get; } = new();

    public Recorder<WriteOff> WriteOffs { get; } = new();

    public Recorder<ApplyCash> Cash { get; } = new();

    public Recorder<SetReminders> Reminders { get; } = new();

    public Recorder<SendNudge> Nudges { get; } = new();

    private static int _occasions;

    /// <summary>The one template of nudges.</summary>
    public string Words { get; set; } = "{{count}} deals of yours have no next step.";

    /// <summary>What that template is called.</summary>
    public string Template { get; set; } = "nudges/hygiene";

    /// <summary>What a function makes of its arguments as JSON for a person, where it is asked by the copilot itself.</summary>
    public Func<string, string, string, Result<Proposal>>? Makes { get; set; }

    /// <summary>What the function says when it is asked again; unless told, the same as when it was proposed.</summary>
    public Func<Result<Proposal>>? Again { get; set; }

    private BusinessDay Day => new(null, Clock);

    private Proposal? Last { get; set; }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<GateBench> OpenAsync(StoreOptions options, string? policy = null)
    {
        var clock = new HandClock();
        var store = (await CompanyStore.OpenAsync(options, clock, Stop)).Value;
        await using var bulk = await store.BulkAsync(Stop);
        await bulk.InsertAllAsync(Rows(), Stop);
        await bulk.CommitAsync(Stop);
        return new GateBench(store, clock, PolicyBook.Read(policy ?? PolicyBook.Default(), "policy.yaml", null).Value);
    }

    /// <summary>The gate of another host of the same store.</summary>
    public ConfirmationGate Another(PolicyBook policy, DateOnly? set = null) => new(Store, policy, [Calls, Nudges], this, this, new BusinessDay(set, Clock), NullLogger<ConfirmationGate>.Instance);

    public Task<Result<Proposal>> AgainAsync(string tool, string arguments, string requester, CancellationToken cancellationToken) =>
        Task.FromResult(Makes?.Invoke(tool, arguments, requester) ?? Again?.Invoke() ?? Last ?? throw new InvalidOperationException("Nothing was proposed yet."));

    public NudgeTemplate? Find(string name) => name == Template ? NudgeTemplate.Of(name, Words) : null;

    public (string Subject, string Body)? Say(string name, IReadOnlyDictionary<string, string> values) =>
        Find(name) is not null && values.TryGetValue("count", out var count) ? ("Your deals", Words.Replace("{{count}}", count, StringComparison.Ordinal)) : null;

    public static Colleague Staff(string key) => new(key, key, $"{key}@bench.example");

    /// <summary>A nudge as the template says it.</summary>
    public SendNudge Nudge(string to, string count = "3")
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal) { ["count"] = count };
        var (subject, body) = Say(Template, values)!.Value;
        return new SendNudge(Staff(to), Find(Template)!, values, subject, body);
    }

    /// <summary>A standing approval of the template as it is.</summary>
    public GrantStanding Grant(int perDay, int days, params string[] to) => new(Find(Template)!, Words, [.. to.Select(Staff)], perDay, new DateOnly(2026, 11, 20).AddDays(days));

    public static Proposal Call(string note = "They pay on Friday.") => Of(Note(note));

    public static LogCall Note(string note) => new(Maple, note, CallOutcome.Reached);

    public static Proposal Credit(long minor, int invoice = 1) => Of(new IssueCreditNote(Invoice(invoice), Eur(minor), Eur(10_000_000), "damaged"));

    public static Proposal Apply(long minor, int invoice = 1) => Of(new ApplyCash(new Target(TargetKind.Payment, 1, "PAY-1", 1), Invoice(invoice), Eur(minor), Eur(0), Eur(10_000_000), Eur(10_000_000)));

    public static Proposal Off(long minor) => Of(new WriteOff(Invoice(1), Eur(minor), "uncollectable"));

    public static Proposal Mail(string to = "ap@maple.example", params FrozenAttachment[] attachments) =>
        Of(new SendMail(Maple, [new Recipient("", to)], "Reminder", "Please pay.", Language.En, MailPurpose.Reminder, ReminderLevel.Friendly, [Invoice(1)], attachments));

    public static string Occasion() => $"occasion {Interlocked.Increment(ref _occasions)}";

    public static Proposal Of(params Effect[] effects) => new("A proposal", "A test asks for it.", effects, [Basis.Of("open items", "Maple & Main", [new BasisFact("INV-1 open", "EUR 100.00")])]);

    public static Money Eur(long minor) => new(minor, CurrencyCode.Eur);

    public static Target Invoice(int n) => new(TargetKind.Invoice, n, $"INV-{n}", 1);

    /// <summary>Proposes and shows it to the one who asks.</summary>
    public async Task<ProposalView> ProposeAsync(Proposal proposal, string person = "hannah", params string[] shownTo)
    {
        Last = proposal;
        var view = (await Gate.SubmitAsync(new ProposalRequest("test", "{}", person, "bench", proposal), Stop)).Value;
        foreach (var other in shownTo.Prepend(person))
        {
            await Gate.PresentedAsync(view, other, Stop);
        }

        return view;
    }

    public Task<DecisionResult> ConfirmAsync(string number, string person = "hannah", string? digest = null, params int[] leaveOut) => DecideAsync(number, person, new DecisionChoice.Confirm(leaveOut), digest);

    public Task<DecisionResult> DecideAsync(string number, string person, DecisionChoice choice, string? digest = null) =>
        Gate.DecideAsync(new HumanDecision(person, "bench", number, digest, choice), Stop);

    public async Task<IReadOnlyList<string>> LedgerAsync() =>
        [.. (await new Ledger(Store, Clock).NewestAsync(1000, Stop)).Reverse().Select(entry => $"{entry.Who} {entry.Kind} {entry.About}")];

    public async Task ChangeAsync(Func<CopilotContext, Task> change)
    {
        await using var context = Store.Copilot();
        await change(context);
        await context.SaveChangesAsync(Stop);
    }

    public async Task ChangeCompanyAsync(Entity row)
    {
        await using var bulk = await Store.BulkAsync(Stop);
        await bulk.InsertAllAsync([row], Stop);
        await bulk.CommitAsync(Stop);
    }

    public async Task TouchInvoiceAsync(int n)
    {
        await using var context = Store.Company();
        var invoice = await context.Invoices.SingleAsync(row => row.Id == new Id<Invoice>(n), Stop);
        invoice.ReminderCount++;
        await context.SaveChangesAsync(Stop);
    }

    public ValueTask DisposeAsync() => Store.DisposeAsync();

    private static IEnumerable<Entity> Rows()
    {
        yield return new CompanyProfile { Id = new Id<CompanyProfile>(1), Name = "Bench", BaseCurrency = CurrencyCode.Eur, FiscalYearStartMonth = 1 };
        (string Key, string Role)[] people = [("hannah", "collector"), ("luca", "collector"), ("victor", "controller"), ("amelia", "director"), ("maya", "sales_rep")];
        foreach (var (index, (key, _)) in people.Index())
        {
            yield return new Person { Id = new Id<Person>(index + 1), Key = key, Name = key, Email = $"{key}@bench.example", Region = "all", TimeZone = "Etc/UTC", Active = true };
        }

        foreach (var (index, (_, role)) in people.Index())
        {
            yield return new PersonRole { Id = new Id<PersonRole>(index + 1), PersonId = new Id<Person>(index + 1), Role = role };
        }

        yield return new Customer { Id = new Id<Customer>(1), Code = "C1", Name = "Maple & Main", Country = "DE", Region = "DACH", Currency = CurrencyCode.Eur, Active = true };
        yield return new Contact { Id = new Id<Contact>(1), CustomerId = new Id<Customer>(1), Name = "A", Email = "ap@maple.example" };
        yield return new Contact { Id = new Id<Contact>(2), CustomerId = new Id<Customer>(1), Name = "B", Email = "buyer@maple.example" };
        for (var n = 1; n <= 3; n++)
        {
            yield return new Invoice
            {
                Id = new Id<Invoice>(n), Number = $"INV-{n}", CustomerId = new Id<Customer>(1), IssuedOn = new DateOnly(2026, 9, 1), DueOn = new DateOnly(2026, 10, 1), Currency = CurrencyCode.Eur, AmountMinor = 10_000_000, OpenMinor = 10_000_000,
            };
        }

        yield return new Payment { Id = new Id<Payment>(1), Number = "PAY-1", CustomerId = new Id<Customer>(1), ReceivedOn = new DateOnly(2026, 11, 1), Currency = CurrencyCode.Eur, AmountMinor = 10_000_000, UnappliedMinor = 10_000_000 };
    }
}
