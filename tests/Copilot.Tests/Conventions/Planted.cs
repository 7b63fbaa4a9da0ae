using Copilot.Core;

namespace Copilot.Tests.Conventions;

// What the rules must find: each type here breaks one of them on purpose.
#pragma warning disable CA1852, CA1822, CA1801

internal class PlantedOpenClass
{
    internal Task ForgetTokenAsync() => Task.CompletedTask;
}

internal sealed class PlantedNosyFunction
{
    public Task<Result<Answer>> AnswerAsync(Id<Person>? asker, Access access, CancellationToken cancellationToken) =>
        throw new InvalidOperationException($"{asker} {access.Region} {cancellationToken.IsCancellationRequested}");
}
