namespace Copilot.IntegrationTests.Killing.Effects;

/// <summary>A count that finds nothing is worth something only when it finds what was done wrong.</summary>
public sealed class CountingOfFates
{
    private static readonly Fate Mail = new("P-1/1", ErrandKind.Mail, true, true, "Done", true, 1, true);
    private static readonly Fate Lost = new("P-2/1", ErrandKind.Mail, true, true, "Unknown", true, 0, false);
    private static readonly Fate Note = new("P-3/1", ErrandKind.Call, true, true, "Done", false, 1, true);
    private static readonly Fate Waiting = new("P-4/1", ErrandKind.Hold, false, false, "Proposed", false, 0, false);

    [Fact]
    public void WhatMayBe_Counted_IsNoFinding() => Assert.Empty(FateTally.Of([Mail, Lost, Lost with { Happened = 1 }, Note, Waiting], ["P-1/1", "P-2/1"]));

    [Fact]
    public void MailSentTwice_Counted_IsNamed() => Assert.Equal(["P-1/1 was sent 2 times"], FateTally.Of([Mail, Note], ["P-1/1", "P-1/1"]));

    [Fact]
    public void MailThatNobodyAskedFor_Counted_IsNamed() => Assert.Equal(["P-9/1 was sent, and nobody asked for it"], FateTally.Of([Mail], ["P-1/1", "P-9/1"]));

    [Fact]
    public void AcknowledgedDecision_NotKept_IsNamed() => Assert.Equal(["the decision on P-4/1 was acknowledged and is lost"], FateTally.Of([Waiting with { Acknowledged = true }], []));

    [Fact]
    public void EffectWithoutDecision_Counted_IsNamed() => Assert.Equal(["P-4/1 happened, and nobody confirmed it"], FateTally.Of([Waiting with { Happened = 1 }], []));

    [Theory]
    [InlineData("Ready", 0, "P-3/1 (Call) is Ready for good")]
    [InlineData("Executing", 1, "P-3/1 (Call) is Executing for good")]
    [InlineData("Done", 0, "P-3/1 (Call) is done by its receipt, and did not happen")]
    [InlineData("Done", 2, "P-3/1 (Call) was done 2 times")]
    [InlineData("Failed", 1, "P-3/1 (Call) has failed by its receipt, and happened")]
    [InlineData("Failed", 0, "P-3/1 (Call) never happened, though it was confirmed and tried again")]
    [InlineData("Unknown", 1, "P-3/1 (Call) is unknown, though the records tell")]
    public void ChangeThatEndedWrong_Counted_IsNamed(string state, int happened, string finding) => Assert.Equal([finding], FateTally.Of([Note with { State = state, Happened = happened }], []));

    [Fact]
    public void ChangeWithoutItsKey_Counted_IsNamed() => Assert.Equal(["P-3/1 (Call) stands in the records without its key, or its key without it"], FateTally.Of([Note with { KeyStands = false }], []));

    [Theory]
    [InlineData("Unknown", false, 0, "P-1/1 (Mail) is unknown, though nobody was called")]
    [InlineData("Done", true, 0, "P-1/1 (Mail) is done by its receipt, and did not happen")]
    [InlineData("Failed", true, 1, "P-1/1 (Mail) has failed by its receipt, and happened")]
    public void MailThatEndedWrong_Counted_IsNamed(string state, bool called, int happened, string finding) => Assert.Equal([finding], FateTally.Of([Mail with { State = state, Called = called, Happened = happened }], []));
}
