using Copilot.Data;
using Copilot.Gate;

namespace Copilot.Connectors.Mail;

/// <summary>The executors of mail, by name.</summary>
public static class MailExecutors
{
    /// <summary>All of them, for a store. The options have been checked (<see cref="MailOptions.Check"/>).</summary>
    /// <exception cref="ArgumentException">The options cannot be used.</exception>
    public static IReadOnlyList<EffectExecutor> All(CompanyStore store, MailOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.Check() is { } fault ? throw new ArgumentException(fault.Message, nameof(options)) : [new SendMails(store, options), new SendNudges(store, options)];
    }
}
