using Copilot.Bypass.Tests.Support;

namespace Copilot.Bypass.Tests;

/// <summary>What acts is not among the references of a plugin at all: there is nothing to call.</summary>
public sealed class PluginsReachNothing
{
    private static readonly Way[] Ways =
    [
        new("the gate", "return typeof(Copilot.Gate.ConfirmationGate);", "return typeof(Copilot.Core.Proposal);", "CS0234"),
        new("a ticket", "Copilot.Gate.ExecutionTicket? ticket = null; return ticket;", "Copilot.Core.Effect? effect = null; return effect;", "CS0234"),
        new("a decision", "return new Copilot.Gate.HumanDecision(\"me\", \"door\", \"P-1\", null, null!);", "return new Copilot.Core.LogCall(null!, \"me\", default);", "CS0234"),
        new("the stores", "return typeof(Copilot.Data.CompanyStore);", "return typeof(Copilot.Core.IReadSession);", "CS0234"),
        new("the executors", "return Copilot.Connectors.Company.CompanyExecutors.All(null!);", "return Copilot.Core.EffectFaults.NotEditable(\"\");", "CS0234"),
        new("the mail executors", "return typeof(Copilot.Connectors.Mail.MailExecutors);", "return typeof(Copilot.Core.SendMail);", "CS0234"),
        new("the conversation", "return typeof(Copilot.Conversation.Dialogue);", "return typeof(Copilot.Core.Answer);", "CS0234"),
        new("the bot", "return typeof(Copilot.Bot.CopilotBot);", "return typeof(Copilot.Core.Plugin);", "CS0234"),
        new("the host", "return typeof(Copilot.Host.OpenCompany);", "return typeof(Copilot.Core.FunctionContext);", "CS0234"),
        new("a write through the object mapper", "return Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.AsNoTracking(context.Read.Orders);", "return context.Read.Orders;", "CS0234"),
        new("a context of the object mapper", "return typeof(Microsoft.EntityFrameworkCore.DbContext);", "return typeof(Copilot.Core.Order);", "CS0234"),
        new("a deletion through the object mapper", "return context.Read.Orders.ExecuteDelete();", "return context.Read.Orders.Where(order => order.Id.Value == 1);", "CS1061"),
        new("a driver of SQLite", "return new Microsoft.Data.Sqlite.SqliteConnection(\"Data Source=company.db\");", "return \"Data Source=company.db\";", "CS0234"),
        new("a driver of PostgreSQL", "return new Npgsql.NpgsqlConnection(\"Host=here\");", "return \"Host=here\";", "CS0246"),
        new("a container", "return new Microsoft.Extensions.DependencyInjection.ServiceCollection();", "return new List<object>();", "CS0234"),
        new("a web application", "return Microsoft.AspNetCore.Builder.WebApplication.Create();", "return new List<object>();", "CS0234"),
        new("a pointer", "unsafe { int n = 0; int* place = &n; return *place; }", "int n = 0; return n;", "CS0227"),
    ];

    public static TheoryData<string> Names => Way.Rows(Ways);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Plugin_ThatNamesIt_DoesNotCompile(string way) => Assert.Equal(Way.Of(Ways, way).Errors.Split(' '), await PluginCompiler.ErrorsAsync(Snippets.Function(Way.Of(Ways, way).Attempt)));

    [Theory]
    [MemberData(nameof(Names))]
    public async Task SameWithoutTheOffence_InAPlugin_Compiles(string way) => Assert.Empty(await PluginCompiler.ErrorsAsync(Snippets.Function(Way.Of(Ways, way).Neighbour)));

    [Fact]
    public void PluginsBuild_ItsReferences_AreCoreAndNoOtherProject() => Assert.Equal(["Copilot.Core"], PluginCompiler.References.Where(name => name.StartsWith("Copilot.", StringComparison.Ordinal)));

    [Fact]
    public void StrangerWithEveryReference_SameSnippets_WouldCompile()
    {
        // what keeps a plugin out is its references: where they are, the same words mean something
        Assert.Empty(Compiler.Errors(Snippets.Function("return typeof(Copilot.Gate.ConfirmationGate);")));
        Assert.Empty(Compiler.Errors(Snippets.Function("return new Microsoft.Data.Sqlite.SqliteConnection(\"Data Source=company.db\");")));
    }
}
