using Copilot.Benchmarks;

namespace Copilot.Tests.Receivables.Risk;

public sealed class Scratch(ITestOutputHelper output)
{
    [Fact]
    public void Try()
    {
        for (var seed = 1; seed <= 12; seed++)
        {
            foreach (var (what, measured, target) in CashBenchmark.Run(20_000, 5_000, seed).Skip(1).Take(3)) output.WriteLine($"{seed} {what}: {measured} [{target}]");
        }

        foreach (var (what, measured, target) in CashBenchmark.Run())
        {
            output.WriteLine($"{what}: {measured} [{target}]");
        }
    }
}
