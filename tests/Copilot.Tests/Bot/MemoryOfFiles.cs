using Copilot.Conversation;
using Copilot.Core;

namespace Copilot.Tests.Bot;

/// <summary>Alone, for it measures the memory of the whole process.</summary>
[Collection(nameof(MemoryOfFiles))]
public sealed class MemoryOfFiles
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ManyRows_InExcel_TakeNoMoreMemoryThanAFew()
    {
        static async Task<long> PeakAsync(int count)
        {
            var most = 0L;
            var matter = new FileMatter(Table([Row("a", Measure.Count(1))]), Enumerable.Range(0, count).ToAsyncEnumerable().Select(n =>
            {
                if (n % 5_000 == 0)
                {
                    most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true));
                }

                return Row($"INV-{n}", Measure.Count(n));
            }), []);
            Assert.Equal(count, await ExcelFile.WriteAsync(matter, Stream.Null, Token));
            return most;
        }

        var few = await PeakAsync(5_001);
        Assert.InRange(await PeakAsync(60_000), 0, few + (4 << 20));
    }

    private static Row Row(string name, Measure value) => new([name, value]);

    private static TableBlock Table(IReadOnlyList<Row> rows) => new("t", "Table", [new Column("name", "Name"), new Column("value", "Value", AlignRight: true)], rows, rows.Count, "None.");
}

/// <summary>Runs after the others, by itself.</summary>
[CollectionDefinition(nameof(MemoryOfFiles), DisableParallelization = true)]
public sealed class MemoryOfFilesAlone;
