using System.Globalization;

namespace Copilot.Benchmarks.Load;

/// <summary>What a server process says of itself.</summary>
/// <param name="Cpu">Processor time since its start.</param>
/// <param name="Allocated">Managed bytes allocated since its start.</param>
/// <param name="Heap">Managed bytes in use.</param>
/// <param name="WorkingSet">Bytes of memory that the process holds.</param>
internal readonly record struct Usage(TimeSpan Cpu, long Allocated, long Heap, long WorkingSet)
{
    /// <summary>Of this process, now.</summary>
    public static Usage Here(bool collected)
    {
        var heap = GC.GetTotalMemory(collected);
        using var self = System.Diagnostics.Process.GetCurrentProcess();
        return new Usage(self.TotalProcessorTime, GC.GetTotalAllocatedBytes(), heap, self.WorkingSet64);
    }

    /// <summary>From the line that the process printed.</summary>
    public static Usage Parse(string line)
    {
        var numbers = line.Split(' ').Select(text => long.Parse(text, CultureInfo.InvariantCulture)).ToArray();
        return new Usage(TimeSpan.FromTicks(numbers[0]), numbers[1], numbers[2], numbers[3]);
    }

    /// <summary>As one line.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Cpu.Ticks} {Allocated} {Heap} {WorkingSet}");
}
