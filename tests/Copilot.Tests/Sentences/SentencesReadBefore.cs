using System.Text.Json;
using Copilot.Conversation;
using Copilot.Tests.Support;

namespace Copilot.Tests.Sentences;

/// <summary>A sentence that was read before is not read again; what it means is decided anew for each turn.</summary>
public sealed class SentencesReadBefore
{
    [Fact]
    public void SentenceAskedBefore_InOtherConversations_IsUnderstoodAsIfItWereTheFirst()
    {
        var states = States();
        var sentences = Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests", "evaluation"), "development.jsonl").SelectMany(File.ReadLines)
            .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("turns")[0].GetString()!).Where((_, i) => i % 5 == 0).Take(150).ToList();
        Assert.True(sentences.Count > 100);

        foreach (var sentence in sentences)
        {
            // names that are another object have a reader of their own, which has read nothing
            var first = states.Select(state => In(state, sentence, TestEngine.Names with { Company = "first" })).ToList();

            var names = TestEngine.Names with { Company = "again" };
            var again = states.Select(state => In(state, sentence, names)).ToList();
            var last = states.Reverse().Select(state => In(state, sentence, names)).Reverse().ToList();

            Assert.Equal(first, again);
            Assert.Equal(first, last);
        }
    }

    private static ConversationState[] States()
    {
        var overdue = TestEngine.Engine.Understand("overdue invoices of Trendhaus", new EngineContext(ConversationState.Empty, TestEngine.Names, TestEngine.Today));
        var order = TestEngine.Engine.Understand("show SO-10482", new EngineContext(ConversationState.Empty, TestEngine.Names, TestEngine.Today));
        return [After(overdue), ConversationState.Empty, After(order)];

        static ConversationState After(Understanding of) => TurnMemory.AfterCall(ConversationState.Empty, "", TestEngine.Engine.Tools[of.Tool!], of.Arguments, [], true, of.Language);
    }

    private static string In(ConversationState state, string sentence, CompanyNames names)
    {
        var understanding = TestEngine.Engine.Understand(sentence, new EngineContext(state, names, TestEngine.Today));
        return $"{sentence}: {TestEngine.Line(understanding)} {understanding.Message}";
    }
}
