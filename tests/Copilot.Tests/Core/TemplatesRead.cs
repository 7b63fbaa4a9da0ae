using Copilot.Conversation;
using Copilot.Core;

namespace Copilot.Tests.Core;

/// <summary>The words of a standing approval as a person reads them before confirming.</summary>
public sealed class TemplatesRead
{
    [Fact]
    public void WordsOfATemplate_Described_AreReadWithoutTheirMarks()
    {
        const string Text = "Subject: For {{day}}: {{calls}}\n\nGood morning {{first_name}},\n\n1. {{call1}}\n{{#if call2}}2. {{call2}}{{/if}}\n{{#unless more}}That is all.{{else}}There is more.{{/unless}}\n";

        var mail = Grant(Text).Describe().Mail!;

        Assert.Equal("For ‹day›: ‹calls›", mail.Subject);
        Assert.Equal("Good morning ‹first name›,\n\n1. ‹call1›\n2. ‹call2›\nThat is all. – or: There is more.\n", mail.Body);
    }

    [Fact]
    public void WhateverElseStandsInBraces_Described_IsShown() => Assert.Equal("Pay ‹! to another account› now ‹#if a b›", Grant("Pay {{! to another account}} now {{#if a b}}").Describe().Mail!.Body);

    [Fact]
    public void WorklistOfThisProgram_Described_ShowsEveryWordAndNoCode()
    {
        var words = new StandingWords();
        var text = Copilot.Conversation.TemplateDrafts.Embedded.Text("nudges/worklist", Language.En);
        Assert.Equal(words.Find("nudges/worklist"), NudgeTemplate.Of("nudges/worklist", text));
        var grant = Grant(text);

        var shown = grant.Describe().Mail!;

        Assert.DoesNotMatch(@"[{}#]|/if", shown.Subject + shown.Body);
        Assert.Contains("2. ‹call2›\n", shown.Body, StringComparison.Ordinal);
        Assert.EndsWith("‹asked by› had this sent to you; if it does not help, tell ‹asked by›.", shown.Body.TrimEnd(), StringComparison.Ordinal);
        Assert.Equal(text, ((GrantStanding)EffectJson.Read(EffectJson.Write(new Proposal("t", "r", [grant], []))).Effects[0]).Text);
    }

    private static GrantStanding Grant(string text) => new(NudgeTemplate.Of("nudges/worklist", text), text, [new Colleague("luca", "Luca", "luca@x.example")], 1, new DateOnly(2026, 12, 1));
}
