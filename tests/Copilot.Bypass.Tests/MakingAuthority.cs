using Copilot.Bypass.Tests.Support;

namespace Copilot.Bypass.Tests;

/// <summary>A right to run, or a person's decision, cannot be made by anybody outside the gate and the doors that authenticate.</summary>
public sealed class MakingAuthority
{
    private static readonly Way[] Ways =
    [
        new("ticket by its constructor", "return new ExecutionTicket(call, []) { Key = \"P-1/1\", ConfirmedBy = \"me\", Day = default, At = default };", "return (call, ticket.Key, ticket.ConfirmedBy, ticket.Day, ticket.At);", "CS1729"),
        new("ticket by an empty constructor", "return new ExecutionTicket { Key = \"P-1/1\", ConfirmedBy = \"me\", Day = default, At = default };", "return new MailOptions { Host = \"P-1/1\", From = \"me\", User = default, Password = default };", "CS1729"),
        new("ticket by a type parameter", "return Make<ExecutionTicket>(); static T Make<T>() where T : new() => new T();", "return Make<MailOptions>(); static T Make<T>() where T : new() => new T();", "CS0310"),
        new("ticket copied for another key", "return ticket with { Key = \"P-2/1\" };", "return call with { Note = \"P-2/1\" };", "CS8858"),
        new("ticket given another key", "ticket.Key = \"P-2/1\";", "options.Host = \"P-2/1\";", "CS8852"),
        new("ticket redeemed by oneself", "return await ExecutionTicket.RedeemAsync(store, 1, 1, default, stop);", "return await gate.RunAsync(\"P-1\", stop);", "CS0117"),
        new("effect taken out of a ticket", "return ticket.Effect;", "return ticket.VersionOf(call.Customer);", "CS1061"),
        new("decision by its constructor", "return new HumanDecision(\"me\", \"door\", \"P-1\", null, new DecisionChoice.Confirm([]));", "return (decision, \"me\", \"door\", \"P-1\", new DecisionChoice.Confirm([]));", "CS1729"),
        new("decision copied for another proposal", "return decision with { Proposal = \"P-2\" };", "return call with { Note = \"P-2\" };", "CS0117 CS8858"),
        new("decision by a type parameter", "return Make<HumanDecision>(); static T Make<T>() where T : new() => new T();", "return Make<object>(); static T Make<T>() where T : new() => new T();", "CS0310"),
        new("who decided read out of a decision", "return decision.PersonKey;", "return decision.ToString();", "CS1061"),
    ];

    private static readonly Way[] Subclasses =
    [
        new("subclass of a ticket", "public sealed class Mine : ExecutionTicket { }", "public sealed class Mine : MailOptionsLike { } public class MailOptionsLike { public ExecutionTicket? Held; }", "CS0509"),
        new("subclass of a decision", "public sealed class Mine : HumanDecision { }", "public sealed class Mine : Holder { } public class Holder { public HumanDecision? Held; }", "CS0509"),
        new("another kind of choice", "public sealed record Mine : DecisionChoice { }", "public sealed record Mine : Choice { } public abstract record Choice { public DecisionChoice? Held { get; init; } }", "CS7036"),
    ];

    public static TheoryData<string> Names => Way.Rows([.. Ways, .. Subclasses]);

    [Theory]
    [MemberData(nameof(Names))]
    public void Stranger_WhoMakesAuthority_DoesNotCompile(string way)
    {
        var (_, attempt, _, errors) = Way.Of([.. Ways, .. Subclasses], way);
        Assert.Equal(errors.Split(' '), Compiler.Errors(Written(way, attempt)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void SameWithoutTheOffence_Compiled_HasNoError(string way) => Assert.Empty(Compiler.Errors(Written(way, Way.Of([.. Ways, .. Subclasses], way).Neighbour)));

    [Theory]
    [InlineData("ticket by its constructor", "Copilot.Bot")]
    [InlineData("ticket by its constructor", "Copilot.Host")]
    [InlineData("ticket by an empty constructor", "Copilot.Bot")]
    [InlineData("subclass of a ticket", "Copilot.Host")]
    [InlineData("subclass of a decision", "Copilot.Bot")]
    public void FriendOfTheGate_WhoMakesATicketOrASubclass_DoesNotCompile(string way, string friend) => Assert.NotEmpty(Compiler.Errors(Written(way, Way.Of([.. Ways, .. Subclasses], way).Attempt), friend));

    private static string Written(string way, string text) => Array.Exists(Subclasses, one => one.Name == way) ? Snippets.Declared(text) : Snippets.Stranger(text);
}
