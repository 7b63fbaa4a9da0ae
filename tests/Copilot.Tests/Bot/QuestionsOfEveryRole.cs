using System.Text.Json.Nodes;

namespace Copilot.Tests.Bot;

public sealed class QuestionsOfEveryRole(ChatHost host)
{
    [Fact]
    public async Task EverythingTheWelcomeOffers_Asked_IsAnsweredForThatRole()
    {
        var unanswered = new List<string>();
        foreach (var (person, access) in await host.Store.StaffAsync(TestContext.Current.CancellationToken))
        {
            foreach (var question in Copilot.Bot.RoleQuestions.Of(access))
            {
                var message = host.Message(question, person.Key);
                await host.AskAsync(message);
                await using var context = host.Store.Copilot();
                var outcome = context.Inbox.Single(row => row.ActivityId == (string)message["id"]!).Outcome;
                if (outcome != "answer")
                {
                    unanswered.Add($"{person.Key}: {question} → {outcome}");
                }
            }
        }

        Assert.Empty(unanswered);
    }
}
