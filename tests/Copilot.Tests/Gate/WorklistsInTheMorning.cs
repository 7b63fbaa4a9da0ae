using Copilot.Connectors.Company;
using Copilot.Connectors.Mail;
using Copilot.Conversation;
using Copilot.Core;
using Copilot.Gate;
using Copilot.Tests.Mail;
using Copilot.Tests.Sentences;
using Copilot.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace Copilot.Tests.Gate;

/// <summary>A standing approval from the sentence to the mails of two mornings: the real engine, functions, gate and mail folder, with a clock in the test's hand.</summary>
public sealed class WorklistsInTheMorning(SampleFixture sample)
{
    private const string Manager = "nadia.hassan";

    private static readonly RestHours Nights = new(new TimeOnly(20, 0), new TimeOnly(7, 0), new HashSet<DayOfWeek> { DayOfWeek.Saturday, DayOfWeek.Sunday });

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EveryMorningSaid_ShownAndConfirmed_MailsTheCollectorsOnceAMorningUntilItIsEnded()
    {
        await using var own = await OwnSample.CopyAsync(sample);
        var clock = new Clock { Now = At(0, 16) };
        var company = new StoreCompany(own.Store, clock, null);
        var policy = PolicyBook.Read(PolicyBook.Default(), "policy.yaml", null).Value;
        var facts = new FactCheck(TestEngine.Engine, company, NullLogger<FactCheck>.Instance);
        var gate = new ConfirmationGate(
            own.Store, policy, [.. CompanyExecutors.All(own.Store), .. MailExecutors.All(own.Store, new MailOptions())], facts, new StandingWords(), new BusinessDay(null, clock), NullLogger<ConfirmationGate>.Instance);
        await using var report = (await new Dialogue(TestEngine.Engine, company, gate.Proposals, clock, NullLogger<Dialogue>.Instance).AskAsync("send the collectors their worklist every morning", ConversationState.Empty, Manager, Stop)).Value;
        var view = (await gate.SubmitAsync(new ProposalRequest(report.Tool!, report.Arguments.ToJsonString(), Manager, "test", report.Proposal!), Stop)).Value;
        await gate.PresentedAsync(view, Manager, Stop);
        Assert.Equal(DecisionEnd.Confirmed, (await gate.DecideAsync(new HumanDecision(Manager, "test", view.Number, view.Digest, new DecisionChoice.Confirm([])), Stop)).End);
        Assert.Contains("S-1 is in force until", (await gate.RunAsync(view.Number, Stop))!.Effects[0].Receipt, StringComparison.Ordinal);

        await GoAsync(At(0, 17));
        Assert.Empty(Mails());

        // the sample's day is a Friday: Saturday, Sunday, then two working mornings
        await GoAsync(At(1, 9));
        await GoAsync(At(2, 9));
        Assert.Empty(Mails());
        await GoAsync(At(3, 9));
        await GoAsync(At(3, 10));
        Assert.Equal(["hannah.price@lumen-linden.example", "luca.moretti@lumen-linden.example"], Mails().Select(mail => mail.Headers["to"].Split('<', '>')[1]).Order(StringComparer.Ordinal));
        Assert.All(Mails(), mail => Assert.Contains("Your worklist for Monday", mail.Headers["subject"], StringComparison.Ordinal));
        await GoAsync(At(4, 9));
        Assert.Equal(4, Mails().Count);

        Assert.Equal(DecisionEnd.Ended, (await gate.DecideAsync(new HumanDecision(Manager, "test", "S-1", null, new DecisionChoice.End()), Stop)).End);
        await GoAsync(At(5, 9));
        Assert.Equal(4, Mails().Count);

        async Task GoAsync(DateTimeOffset now)
        {
            clock.Now = now;
            await gate.Rounds.GoAsync(Nights, Stop);
            foreach (var number in await gate.TidyAsync(Stop))
            {
                Assert.All((await gate.RunAsync(number, Stop))!.Effects, effect => Assert.True(effect.State == EffectState.Done, effect.Receipt));
            }
        }

        List<MimePart> Mails()
        {
            var folder = new DirectoryInfo(Path.Combine(own.Folder.FullName, FolderPost.Name));
            return folder.Exists ? [.. folder.GetFiles("*.eml").Select(file => MimePart.Read(File.ReadAllText(file.FullName)))] : [];
        }
    }

    private static DateTimeOffset At(int days, int hour) => new(SampleFixture.Day.AddDays(days).ToDateTime(new TimeOnly(hour, 0)), TimeSpan.Zero);

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
