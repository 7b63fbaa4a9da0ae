namespace Copilot.Plugins.Receivables.Risk;

/// <summary>How well predictions made beforehand came true.</summary>
/// <param name="Count">How many invoices were predicted.</param>
/// <param name="Late">How many of them were then paid late.</param>
/// <param name="Right">How many were called right at one half.</param>
/// <param name="Auc">Probability that a late one was ranked above one paid in time (area under the ROC curve; ties count half).</param>
/// <param name="Brier">Mean squared difference between probability and outcome; 0 is perfect.</param>
internal sealed record Backtest(int Count, int Late, int Right, double Auc, double Brier)
{
    /// <summary>Share called right.</summary>
    public double Accuracy => Count == 0 ? 0 : (double)Right / Count;

    /// <summary>Compares predictions with outcomes; both outcomes must occur for <see cref="Auc"/> to say anything, else it is one half.</summary>
    public static Backtest Of(IReadOnlyList<(double Probability, bool Late)> predictions)
    {
        var late = predictions.Count(prediction => prediction.Late);
        var right = predictions.Count(prediction => prediction.Probability >= 0.5 == prediction.Late);
        var brier = predictions.Count == 0 ? 0 : predictions.Average(prediction => Math.Pow(prediction.Probability - (prediction.Late ? 1 : 0), 2));
        return new Backtest(predictions.Count, late, right, RankSum(predictions, late), brier);
    }

    // Mann and Whitney: the rank sum of the late ones tells the area without comparing every pair
    private static double RankSum(IReadOnlyList<(double Probability, bool Late)> predictions, int late)
    {
        var other = predictions.Count - late;
        if (late == 0 || other == 0)
        {
            return 0.5;
        }

        var (rank, sum) = (0, 0.0);
        foreach (var tie in predictions.GroupBy(prediction => prediction.Probability).OrderBy(group => group.Key))
        {
            var size = tie.Count();
            sum += tie.Count(prediction => prediction.Late) * (rank + ((size + 1) / 2.0));
            rank += size;
        }

        return (sum - (late * (late + 1) / 2.0)) / ((double)late * other);
    }
}
