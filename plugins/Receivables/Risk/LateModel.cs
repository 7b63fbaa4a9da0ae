namespace Copilot.Plugins.Receivables.Risk;

/// <summary>
/// The probability, on the day of issue, that an invoice will be paid after its due date; learned from the company's own invoices that
/// have fallen due. The raw score is calibrated (Platt: a logistic curve over log odds) on predictions that were each made by a model which
/// had seen only earlier invoices, and those same predictions are its <see cref="Backtest"/>.
/// </summary>
internal sealed class LateModel
{
    /// <summary>Invoices that must have fallen due before anything is learned.</summary>
    public const int MinimumHistory = 100;

    /// <summary>How many of them must have been paid late, and how many in time.</summary>
    public const int MinimumOfEach = 20;

    private const double Ridge = 1;
    private const int WarmUpDays = 90;
    private const int Blocks = 8;
    private const int FirstBlock = 3;

    private readonly LogisticRegression _score;
    private readonly LogisticRegression? _calibration;

    private LateModel(LogisticRegression score, LogisticRegression? calibration, Backtest backtest, int learnedFrom) =>
        (_score, _calibration, Backtest, LearnedFrom) = (score, calibration, backtest, learnedFrom);

    /// <summary>How well it foresaw invoices that it had not learned from.</summary>
    public Backtest Backtest { get; }

    /// <summary>How many invoices it has learned from.</summary>
    public int LearnedFrom { get; }

    /// <summary>Learns from rows that were made of what was known on a day; nothing when there is too little history.</summary>
    /// <param name="rows">Features of all invoices known on that day, in order of issue.</param>
    /// <param name="today">The day: only invoices that had fallen due before it have an outcome.</param>
    public static LateModel? Learn(IReadOnlyList<FeatureRow> rows, DateOnly today)
    {
        var labelled = Labelled(rows, today);
        if (!Enough(labelled, MinimumHistory, MinimumOfEach))
        {
            return null;
        }

        var foreseen = Foreseen(labelled);
        var late = foreseen.Count(pair => pair.Late);
        var calibration = Math.Min(late, foreseen.Count - late) >= MinimumOfEach
            ? LogisticRegression.Fit([.. foreseen.Select(pair => new[] { pair.LogOdds })], [.. foreseen.Select(pair => pair.Late)], Ridge)
            : null;
        var backtest = Backtest.Of([.. foreseen.Select(pair => (LogisticRegression.Probability(pair.LogOdds), pair.Late))]);
        return new LateModel(Fit(labelled), calibration, backtest, labelled.Count);
    }

    /// <summary>The probability of late payment as seen on the day of issue.</summary>
    public double Probability(FeatureRow row)
    {
        var logOdds = _score.LogOdds(row.Values);
        return LogisticRegression.Probability(_calibration?.LogOdds([logOdds]) ?? logOdds);
    }

    /// <summary>What each feature adds to the log odds against the average invoice.</summary>
    public double[] Contributions(FeatureRow row) => _score.Contributions(row.Values);

    /// <summary>Whether an invoice that had fallen due by the day was late: settled after its due date, or not at all.</summary>
    public static bool IsLate(RiskInvoice invoice) => invoice.ClosedOn is not { } closed || closed > invoice.DueOn;

    // an invoice not yet due has no outcome, even when it has been paid: keeping only the paid ones would teach that new invoices are paid in time
    private static List<FeatureRow> Labelled(IReadOnlyList<FeatureRow> rows, DateOnly today)
    {
        var labelled = rows.Where(row => row.Invoice.DueOn < today && row.Invoice.DueOn >= row.Invoice.IssuedOn).ToList();
        if (labelled.Count == 0)
        {
            return labelled;
        }

        // books begin in the middle of a company's life: at their start every customer looks unknown, which would teach nothing about known ones
        var warm = labelled[0].Invoice.IssuedOn.AddDays(WarmUpDays);
        var afterwards = labelled.FindAll(row => row.Invoice.IssuedOn >= warm);
        return Enough(afterwards, MinimumHistory, MinimumOfEach) ? afterwards : labelled;
    }

    private static List<(double LogOdds, bool Late)> Foreseen(List<FeatureRow> labelled)
    {
        var result = new List<(double, bool)>();
        for (var block = FirstBlock; block < Blocks; block++)
        {
            var from = labelled[labelled.Count * block / Blocks].Invoice.IssuedOn;
            var until = block + 1 == Blocks ? DateOnly.MaxValue : labelled[labelled.Count * (block + 1) / Blocks].Invoice.IssuedOn;
            var known = labelled.FindAll(row => row.Invoice.DueOn < from);
            if (Enough(known, MinimumHistory / 4, MinimumOfEach / 4))
            {
                var model = Fit(known);
                result.AddRange(labelled.Where(row => row.Invoice.IssuedOn >= from && row.Invoice.IssuedOn < until).Select(row => (model.LogOdds(row.Values), IsLate(row.Invoice))));
            }
        }

        return result;
    }

    private static LogisticRegression Fit(List<FeatureRow> rows) =>
        LogisticRegression.Fit([.. rows.Select(row => row.Values)], [.. rows.Select(row => IsLate(row.Invoice))], Ridge);

    private static bool Enough(List<FeatureRow> rows, int count, int ofEach)
    {
        var late = rows.Count(row => IsLate(row.Invoice));
        return rows.Count >= count && late >= ofEach && rows.Count - late >= ofEach;
    }
}
