using Copilot.Bot;
using Copilot.Connectors.Mail;
using Copilot.Conversation;
using Copilot.Data;
using Copilot.Host;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Copilot.Benchmarks.Load;

/// <summary>The host's whole way of a message, from the authentication to the stored end, around a turn that repeats what it was told.</summary>
internal static class EchoHost
{
    /// <summary>The host, ready to start.</summary>
    public static WebApplication Build(OpenCompany company)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddSimpleConsole().SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseUrls(LoadServer.Address.ToString());
        builder.Services.AddSingleton(company.Store).AddSingleton(company.Dialogue).AddSingleton(company.Gate).AddSingleton<ICompany>(company.Company).AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(services => new BounceFolder(company.Store, company.Gate, company.Settings.DataFolder, company.Settings.Mail, TimeProvider.System, services.GetRequiredService<ILogger<BounceFolder>>()));
        if (builder.Services.AddCopilotBot(new ConfigurationBuilder().AddEnvironmentVariables().Build().GetSection("Copilot:Bot"), new byte[32], anonymousOnLoopback: true, publicAddress: null) is { } fault)
        {
            throw new InvalidOperationException(fault.Message);
        }

        // the later registration is the one that counts
        builder.Services.AddSingleton<ITurnHandler, Echo>();
        var app = builder.Build();
        Func<HttpContext, CancellationToken, Task<string?>> nobody = (_, _) => Task.FromResult<string?>(null);
        app.MapCopilotBot(new PageDoor(nobody, nobody, null));
        return app;
    }

    private sealed class Echo(MessageStore messages, Replies replies) : ITurnHandler
    {
        public async Task<IReadOnlyList<Activity>> RunAsync(InboxMessage message, CancellationToken cancellationToken)
        {
            var activity = Activities.Stored(message.Body);
            var state = ConversationState.FromJson(await messages.StateAsync(message.Conversation, message.PersonKey, cancellationToken));
            IReadOnlyList<Activity> said = [replies.Text(activity, activity.Text ?? "") with { Id = Guid.CreateVersion7().ToString("N") }];
            await messages.FinishAsync(message, new FinishedMessage("answer", null, null, state.ToJson(), Activities.Write(activity with { Text = null }), [new OutgoingMessage(Activities.Write(said[0]), activity.ServiceUrl, answered: true)]), CancellationToken.None);
            return said;
        }
    }
}
