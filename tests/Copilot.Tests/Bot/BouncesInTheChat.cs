using System.Globalization;
using Copilot.Core;
using Copilot.Data;
using Copilot.Tests.Mail;
using Copilot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Tests.Bot;

/// <summary>Mail that came back reaches the one who confirmed it, where they were last met.</summary>
public sealed class BouncesInTheChat(ChatHost host)
{
    [Fact]
    public async Task BounceDropped_IntoTheHostsFolder_IsToldWhereThePersonWasLastMet()
    {
        var conversation = Guid.NewGuid().ToString("N");
        await host.PostAsync(host.Message("help", "sofia.marino", conversation));
        await host.Channel.WaitAsync(conversation, 1);
        Assert.True(await host.Messages.IsMetAsync($"msteams:{conversation}", "sofia.marino", TestContext.Current.CancellationToken));
        await using var records = host.Store.Company();
        var customer = await records.Customers.FirstAsync(TestContext.Current.CancellationToken);
        var mail = new SendMail(Target.Of(customer), [new Recipient("", "anna@adler.example")], "Statement", "Good morning.", Language.En, MailPurpose.Statement, null, [], []);
        var confirmed = await Confirmed.StoreAsync(host.Store, [], new Proposal("Mail", "Mail", [mail], [Basis.Of("mail", "", [])]), "sofia.marino");
        await using (var context = host.Store.Copilot())
        {
            await context.ProposalEffects.Where(row => row.ProposalId == confirmed.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.State, EffectState.Done), TestContext.Current.CancellationToken);
        }

        host.Drop("bounces", "b.eml", MailThatCameBack.Report(string.Create(CultureInfo.InvariantCulture, $"<P-{confirmed.Id}.1@company.example>")));
        await host.Bounces.LookAsync(TestContext.Current.CancellationToken);

        var effect = string.Create(CultureInfo.InvariantCulture, $"P-{confirmed.Id}/1");
        var notice = await records.DeliveryNotices.SingleAsync(row => row.Effect == effect, TestContext.Current.CancellationToken);
        Assert.NotNull(notice.ToldAt);
        var told = (await host.Channel.WaitAsync(conversation, 2))[1];
        Assert.Contains($"About P-{confirmed.Id}/1, a mail that you confirmed. A mail server reported", (string?)told.Body["text"], StringComparison.Ordinal);
        Assert.Contains("mailbox full", (string?)told.Body["text"], StringComparison.Ordinal);
    }
}
