using System.ComponentModel;
using Copilot.Core;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Desk;

/// <summary>Whether the emergency stop is pulled: who pulled it, and why.</summary>
[Description("Says whether every change is stopped now, and who stopped it and why. Not for one order on hold (orders_find), what waits for a confirmation (pending) or what goes out by itself (standing).")]
internal sealed class SayStopped(FunctionContext context)
{
    /// <summary>Answers.</summary>
    public async Task<Result<Answer>> AnswerAsync(CancellationToken cancellationToken)
    {
        var said = await context.Proposals.StoppedAsync(cancellationToken);
        var answer = new AnswerBuilder(context, Area.Desk, "Whether changes are stopped");
        if (said is null)
        {
            answer.Say($"Nothing is stopped: what a person confirms is done.", Tone.Good);
            answer.Say($"The emergency stop is pulled on the machine of the host, by whoever runs it: copilot gate stop \"why\".", Tone.Note);
        }
        else
        {
            answer.Say($"Everything is stopped: {said}. Nothing is confirmed or run until an administrator releases it. Questions are answered all the same.", Tone.Warning);
        }

        return answer.Evidence(Sources.Counted("desk", "the emergency stop", said is null ? 0 : 1, context.Turn.Now)).Next("what is waiting for me", "what was done today").Build();
    }
}
