using Copilot.Conversation;
using Copilot.Core;

namespace Copilot.Tests.Drafting;

public sealed class WordsOfStandingApprovals
{
    private const string Text = "Subject: {{count}} deals\n\n{{owner}}, {{count}} deals of yours have no next step.\n";

    private readonly StandingWords _words = new(new TemplateFiles(new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["nudges/en/hygiene.md"] = Text, ["reminders/en/other.md"] = "Subject: x\n\ny\n",
    }));

    [Fact]
    public void Template_Found_HasTheHashOfItsText() => Assert.Equal(NudgeTemplate.Of("nudges/hygiene", Text), _words.Find("nudges/hygiene"));

    [Theory]
    [InlineData("nudges/none")]
    [InlineData("reminders/other")]
    [InlineData("")]
    public void TextThatIsNoNudge_Found_IsNone(string name)
    {
        Assert.Null(_words.Find(name));
        Assert.Null(_words.Say(name, Values("3", "Maya")));
    }

    [Fact]
    public void Values_PutIn_FormatNothing() =>
        Assert.Equal(("3 deals", "Maya \\[x\\](http\\://evil.example), 3 deals of yours have no next step.\n"), _words.Say("nudges/hygiene", Values("3", "Maya [x](http://evil.example)")));

    [Fact]
    public void ValueThatIsMissing_PutIn_MakesNothing() => Assert.Null(_words.Say("nudges/hygiene", new Dictionary<string, string>(StringComparer.Ordinal) { ["count"] = "3" }));

    private static Dictionary<string, string> Values(string count, string owner) => new(StringComparer.Ordinal) { ["count"] = count, ["owner"] = owner };
}
