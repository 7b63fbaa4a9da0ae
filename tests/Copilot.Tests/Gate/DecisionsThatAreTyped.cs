using Copilot.Gate;

namespace Copilot.Tests.Gate;

public sealed class DecisionsThatAreTyped
{
    [Theory]
    [InlineData("confirm P-1042", "P-1042")]
    [InlineData("  Confirm p1042 ", "P-1042")]
    [InlineData("bestätige P-7", "P-7")]
    [InlineData("confirmer P-7", "P-7")]
    [InlineData("bevestig P-7", "P-7")]
    public void WholeMessage_Confirm_IsADecision(string text, string number)
    {
        var read = DecisionCommand.Read(text);

        Assert.Equal(number, read?.Proposal);
        Assert.Empty(Assert.IsType<DecisionChoice.Confirm>(read!.Value.Choice).LeaveOut);
    }

    [Fact]
    public void EveryOtherDecision_Typed_IsRead()
    {
        Assert.Equal([2, 5, 9], Assert.IsType<DecisionChoice.Confirm>(DecisionCommand.Read("confirm P-1 without 9, 2 and 5")!.Value.Choice).LeaveOut);
        Assert.Equal("they paid", Assert.IsType<DecisionChoice.Reject>(DecisionCommand.Read("reject P-1 because they paid")!.Value.Choice).Reason);
        Assert.Equal("Victor Stein", Assert.IsType<DecisionChoice.Pass>(DecisionCommand.Read("pass P-1 to Victor Stein")!.Value.Choice).Person);
        Assert.Equal(2, Assert.IsType<DecisionChoice.Undo>(DecisionCommand.Read("undo P-1/2")!.Value.Choice).Ordinal);
        Assert.IsType<DecisionChoice.Retry>(DecisionCommand.Read("retry P-1")!.Value.Choice);
        Assert.IsType<DecisionChoice.Show>(DecisionCommand.Read("P-1")!.Value.Choice);
        Assert.Equal((2, true), DecisionCommand.Read("settle P-1/2 as done")!.Value.Choice is DecisionChoice.Settle settle ? (settle.Ordinal, settle.Happened) : default);
        var edit = Assert.IsType<DecisionChoice.Edit>(DecisionCommand.Read("edit P-1/3 body: Dear Ann,\n\nplease pay.")!.Value.Choice);
        Assert.Equal((3, "Dear Ann,\n\nplease pay."), (edit.Ordinal, edit.Fields["body"]));
    }

    [Theory]
    [InlineData("lehne P-7 ab", "")]
    [InlineData("lehne P-7 ab weil sie bezahlt haben", "sie bezahlt haben")]
    [InlineData("Lehne P-7 ab, weil sie bezahlt haben", "sie bezahlt haben")]
    public void GermanRejection_Typed_IsRead(string text, string why) => Assert.Equal(new DecisionChoice.Reject(why), DecisionCommand.Read(text)?.Choice);

    [Theory]
    [InlineData("end S-3")]
    [InlineData(" End s-3 ")]
    [InlineData("beende S-3")]
    [InlineData("termine S-3")]
    [InlineData("beëindig S-3")]
    public void WholeMessage_End_EndsAStandingApproval(string text)
    {
        var read = DecisionCommand.Read(text);

        Assert.Equal("S-3", read?.Proposal, ignoreCase: true);
        Assert.IsType<DecisionChoice.End>(read!.Value.Choice);
    }

    [Theory]
    [InlineData("please end S-3", "GA-116")]
    [InlineData("stop S-3!", "GA-116")]
    [InlineData("undo S-3", "GA-116")]
    [InlineData("end S-3\nend S-4", "GA-116")]
    [InlineData("reject all", "GA-118")]
    [InlineData("undo", "GA-118")]
    [InlineData("Reject.", "GA-118")]
    [InlineData("cancel P-1", "GA-049")]
    [InlineData("please delete P-12", "GA-049")]
    [InlineData("confirm 19", "GA-118")]
    [InlineData("bestätige alles", "GA-118")]
    [InlineData("gate stop", "GA-117")]
    [InlineData("copilot gate stop \"wrong bank account\"", "GA-117")]
    [InlineData("emergency stop!", "GA-117")]
    [InlineData("what does the gate stop", null)]
    [InlineData("end P-3", null)]
    [InlineData("end S-3x", null)]
    [InlineData("what ends with LS-3", null)]
    public void NearlyTheEnd_Typed_EndsNothing(string text, string? hint)
    {
        Assert.Null(DecisionCommand.Read(text));
        Assert.Equal(hint, DecisionCommand.Hint(text)?.Code);
    }

    [Theory]
    [InlineData("please confirm P-1")]
    [InlineData("confirm P-1 now")]
    [InlineData("lehne P-1")]
    [InlineData("lehne P-1 abends")]
    [InlineData("confirm P-1\nconfirm P-2")]
    [InlineData("confirm P-1 without")]
    [InlineData("confirm P-1 without x")]
    [InlineData("confirm P-1/2")]
    [InlineData("\"confirm P-1\"")]
    [InlineData("> confirm P-1")]
    [InlineData("confirm")]
    [InlineData("confirm SO-10482")]
    [InlineData("yes")]
    [InlineData("ok, do it")]
    [InlineData("conf\u200birm P-1")]
    [InlineData("confirm P-1234567890123")]
    [InlineData("settle P-1/2 as maybe")]
    [InlineData("undo P-1 and P-2")]
    [InlineData("")]
    public void AnythingElse_Typed_IsNoDecision(string text) => Assert.False(DecisionCommand.Read(text) is { Choice: not DecisionChoice.Show });

    [Theory]
    [InlineData("please confirm P-1")]
    [InlineData("confirm P-1 now")]
    [InlineData("can you approve P-12?")]
    public void NearlyADecision_Typed_IsToldHow(string text) => Assert.Equal("GA-049", DecisionCommand.Hint(text)?.Code);

    [Fact]
    public void LongTextFullOfTheWords_Read_CostsNoSearch()
    {
        var text = string.Concat(Enumerable.Repeat("confirm undo pass ", 1_380));

        Assert.Null(DecisionCommand.Hint(text));
        Assert.Null(DecisionCommand.Read(text));
    }

    [Theory]
    [InlineData("confirm SO-10482 to the customer")]
    [InlineData("what is waiting for me")]
    [InlineData("show P-1")]
    public void SomethingElse_Typed_IsLeftToTheEngine(string text) => Assert.Null(DecisionCommand.Hint(text));
}
