using System.Reflection;
using System.Text.Json;
using Copilot.Bypass.Tests.Support;
using Copilot.Gate;

namespace Copilot.Bypass.Tests;

/// <summary>What compiles without a constructor, the empty value and what is read from JSON, is nothing or throws.</summary>
public sealed class NothingFromNothing
{
    private static readonly JsonSerializerOptions[] Ways =
    [
        new(), new(JsonSerializerDefaults.Web), new() { IncludeFields = true }, new() { PropertyNameCaseInsensitive = true, PreferredObjectCreationHandling = System.Text.Json.Serialization.JsonObjectCreationHandling.Populate },
    ];

    [Theory]
    [InlineData("return default(ExecutionTicket);")]
    [InlineData("return (new ExecutionTicket[1])[0];")]
    [InlineData("ExecutionTicket forged = null!; return forged;")]
    [InlineData("return default(HumanDecision);")]
    [InlineData("return (new HumanDecision[1])[0];")]
    public void EmptyValue_Compiled_IsAllowed(string statement) => Assert.Empty(Compiler.Errors(Snippets.Stranger(statement)));

    [Fact]
    public void EmptyTicketAndDecision_Looked_AreNull()
    {
        Assert.Null(default(ExecutionTicket));
        Assert.Null((new ExecutionTicket[1])[0]);
        Assert.Null(default(HumanDecision));
        Assert.Null((new HumanDecision[1])[0]);
    }

    [Fact]
    public async Task NoTicket_GivenToAnExecutor_IsRefused()
    {
        // no name leads there, so that even to be refused takes reflection
        var invoke = typeof(EffectExecutor).GetMethod("InvokeAsync", BindingFlags.Instance | BindingFlags.NonPublic)!;
        await using var store = await EmptyStore.OpenAsync();
        foreach (var executor in store.Executors.Append(new PlantedExecutor()))
        {
            var refused = await Assert.ThrowsAnyAsync<Exception>(async () => await (Task<ExecutionResult>)invoke.Invoke(executor, [null, CancellationToken.None])!);
            Assert.Equal("ticket", Assert.IsType<ArgumentNullException>(refused.InnerException ?? refused).ParamName);
        }
    }

    [Fact]
    public async Task NoDecision_GivenToTheGate_IsRefused()
    {
        var gate = (ConfirmationGate)System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(typeof(ConfirmationGate));
        Assert.Equal("decision", (await Assert.ThrowsAsync<ArgumentNullException>(() => gate.DecideAsync(null!, TestContext.Current.CancellationToken))).ParamName);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"Key":"P-1/1","ConfirmedBy":"me","Day":"2026-11-20","At":"2026-11-20T10:00:00Z"}""")]
    [InlineData("""{"effect":{"$kind":"log_call"},"moved":[],"Key":"P-1/1","ConfirmedBy":"me","Day":"2026-11-20","At":"2026-11-20T10:00:00Z"}""")]
    public void Ticket_ReadFromJson_Throws(string json) => Assert.All(Ways, way => Assert.Throws<NotSupportedException>(() => JsonSerializer.Deserialize<ExecutionTicket>(json, way)));

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"PersonKey":"me","Door":"directline","Proposal":"P-1","Digest":null,"Choice":{"LeaveOut":[]}}""")]
    public void Decision_ReadFromJson_Throws(string json) => Assert.All(Ways, way => Assert.Throws<NotSupportedException>(() => JsonSerializer.Deserialize<HumanDecision>(json, way)));

    [Fact]
    public void WhatMayBeReadFromJson_Read_IsThere()
    {
        // the serializer itself is not what fails
        var neighbour = new Copilot.Connectors.Mail.MailOptions { Host = "smtp.company.example" };
        Assert.All(Ways, way => Assert.Equal(neighbour.Host, JsonSerializer.Deserialize<Copilot.Connectors.Mail.MailOptions>(JsonSerializer.Serialize(neighbour, way), way)!.Host));
    }
}
