using Copilot.Connectors.Mail;
using Copilot.Core;
using Copilot.Gate;
using Copilot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Tests.Mail;

/// <summary>Nudges of the sample company are written, not sent.</summary>
public sealed class NudgesToAFolder(SampleFixture sample) : IAsyncLifetime
{
    private static readonly SendNudge Nudge = new(
        new Colleague("ben.carter", "Ben Carter", "ben.carter@lumen-linden.example"), NudgeTemplate.Of("nudges/planted", "Three orders of yours wait."), new Dictionary<string, string>(StringComparer.Ordinal),
        "Your orders", "Three orders of yours **wait**.");

    private OwnSample _own = null!;

    public async ValueTask InitializeAsync() => _own = await OwnSample.CopyAsync(sample);

    public ValueTask DisposeAsync() => _own.DisposeAsync();

    [Fact]
    public async Task Nudge_SentTwiceUnderItsKey_LiesThereOnceAndNoCustomerIsTouched()
    {
        var before = await _own.ReadAsync(context => context.ContactLogs.CountAsync(TestContext.Current.CancellationToken));
        var confirmed = await ConfirmAsync();

        var first = Assert.Single(await confirmed.RunAsync());
        var again = await confirmed.RunAgainAsync(1);

        Assert.Equal((ExecutionEnd.Done, $"The nudge to Ben Carter is written to outbox-mail/P-{confirmed.Id}.1.eml; the sample company sends none."), (first.End, first.Receipt));
        Assert.Equal((ExecutionEnd.Done, first.Receipt), (again.End, again.Receipt));
        var read = MimePart.Read(await File.ReadAllTextAsync(Assert.Single(Files()).FullName, TestContext.Current.CancellationToken));
        Assert.Equal("\"Ben Carter\" <ben.carter@lumen-linden.example>", read.Headers["to"]);
        Assert.Equal(before, await _own.ReadAsync(context => context.ContactLogs.CountAsync(TestContext.Current.CancellationToken)));
        Assert.Equal(ExecutionEnd.Done, (await confirmed.ReadBackAsync(1)).End);
    }

    [Fact]
    public async Task NudgeNobodySent_ReadBack_DidNotHappen() => Assert.Equal(ExecutionEnd.Failed, (await (await ConfirmAsync()).ReadBackAsync(1)).End);

    [Fact]
    public async Task FileWithoutItsNote_ReadBack_CountsAsSent()
    {
        var confirmed = await ConfirmAsync();
        await confirmed.RunAsync();
        await _own.ReadAsync(context => context.ExecutedEffects.Where(row => row.Key == $"P-{confirmed.Id}/1").ExecuteDeleteAsync(TestContext.Current.CancellationToken));

        Assert.Equal(ExecutionEnd.Done, (await confirmed.ReadBackAsync(1)).End);
        await confirmed.RunAgainAsync(1);
        Assert.Single(Files());
    }

    private Task<Confirmed> ConfirmAsync() =>
        Confirmed.StoreAsync(_own.Store, MailExecutors.All(_own.Store, new MailOptions()), new Proposal("Nudge", "Nudge", [Nudge], []), "nadia.hassan");

    private FileInfo[] Files() => new DirectoryInfo(Path.Combine(_own.Folder.FullName, FolderPost.Name)).GetFiles("*.eml");
}
