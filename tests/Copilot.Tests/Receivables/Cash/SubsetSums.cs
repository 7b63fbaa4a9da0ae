using Copilot.Plugins.Receivables.Cash;
using FsCheck;
using FsCheck.Fluent;

namespace Copilot.Tests.Receivables.Cash;

public sealed class SubsetSums
{
    [Fact]
    public void SmallAmounts_Searched_FindWhatTryingAllFinds() =>
        Prop.ForAll(Gen.Choose(-20, 40).ListOf(9).ToArbitrary(), Gen.Choose(-30, 100).ToArbitrary(), (amounts, target) =>
        {
            long[] values = [.. amounts.Select(amount => (long)amount)];
            var expected = Enumerable.Range(1, (1 << values.Length) - 1)
                .Select(bits => Enumerable.Range(0, values.Length).Where(i => (bits >> i & 1) == 1).ToArray())
                .Where(choice => choice.Length <= 4 && choice.Sum(i => values[i]) == target)
                .GroupBy(choice => choice.Length).OrderBy(group => group.Key).FirstOrDefault()?.Select(choice => string.Join(',', choice)).Order(StringComparer.Ordinal).ToArray() ?? [];
            var found = SubsetSum.Find(values, target, 1, 4, int.MaxValue).Select(choice => string.Join(',', choice)).Order(StringComparer.Ordinal).ToArray();
            return expected.SequenceEqual(found);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    [Fact]
    public void ManyAmounts_Searched_LookAtTheFirstSixtyFourOnly()
    {
        var random = new Random(2);
        long[] amounts = [.. Enumerable.Range(0, 5_000).Select(_ => random.NextInt64(1, 1L << 50))];

        Assert.Empty(SubsetSum.Find(amounts, amounts[4_000] + amounts[4_001], 2, 2, 1));
        Assert.Equal([3, 17, 40, 63], Assert.Single(SubsetSum.Find(amounts, amounts[3] + amounts[17] + amounts[40] + amounts[63], 2, 4, 2)));
    }

    [Theory]
    [InlineData(5, 2, 15)]
    [InlineData(50, 4, 251_175)]
    [InlineData(0, 4, 0)]
    public void Choices_Counted_AreBinomialSums(int amounts, int most, long expected) => Assert.Equal(expected, SubsetSum.Choices(amounts, most));
}
