namespace Copilot.Bypass.Tests.Support;

/// <summary>The files that snippets are put into.</summary>
internal static class Snippets
{
    /// <summary>Statements of somebody who holds whatever the product hands out: a store, a gate, a ticket, a decision, executors.</summary>
    public static string Stranger(string statements) => $$"""
        using Copilot.Connectors.Company; using Copilot.Connectors.Mail; using Copilot.Core; using Copilot.Data; using Copilot.Gate;
        public sealed class Snippet
        {
            public async Task<object?> TryAsync(
                CompanyStore store, ConfirmationGate gate, ExecutionTicket ticket, HumanDecision decision, EffectExecutor executor, EffectExecutor<LogCall> typed, LogCall call, MailOptions options, PolicyBook policy, CancellationToken stop)
            {
                await Task.Yield();
                {{statements}}
                return null;
            }
        }
        """;

    /// <summary>Declarations beside them.</summary>
    public static string Declared(string declarations) => $$"""
        using Copilot.Connectors.Company; using Copilot.Connectors.Mail; using Copilot.Core; using Copilot.Data; using Copilot.Gate;
        {{declarations}}
        """;

    /// <summary>Statements of a function in a plugin.</summary>
    public static string Function(string statements) => $$"""
        using Copilot.Core;
        namespace Copilot.Plugins.Planted;
        internal sealed class PlantedFunction(FunctionContext context)
        {
            public async Task<object?> AnswerAsync(string text, CancellationToken cancellationToken)
            {
                await Task.Yield();
                _ = context;
                {{statements}}
                return null;
            }
        }
        """;
}
