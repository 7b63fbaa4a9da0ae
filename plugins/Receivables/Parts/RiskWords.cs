using Copilot.Core;
using Copilot.Plugins.Receivables.Risk;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Receivables.Parts;

/// <summary>Says how far the probabilities can be trusted: a score is never shown without its own past error.</summary>
internal static class RiskWords
{
    /// <summary>One sentence under the answer.</summary>
    public static void Model(AnswerBuilder answer, RiskScorer scorer)
    {
        if (!scorer.CanSay)
        {
            answer.Say(
                $"Too little history to say who will pay late: {Wording.Count(scorer.Paid, "invoice has", "invoices have")} been paid so far, and a habit of paying cannot be learned from fewer than {RiskScorer.FewestPaid}. Ask again once more have been paid.",
                Tone.Warning);
            return;
        }

        if (scorer.Model is null)
        {
            answer.Say(
                $"Too little history for a model: {Wording.Count(scorer.DueBefore, "invoice has", "invoices have")} fallen due so far, {LateModel.MinimumHistory} are needed, at least {LateModel.MinimumOfEach} of them late and {LateModel.MinimumOfEach} in time. The probability is each customer's own share of late payments, leaning on everybody's ({scorer.LateShare * 100:0} %).",
                Tone.Warning);
            return;
        }

        var test = scorer.Model.Backtest;
        answer.Say(
            $"How far to trust it: of {Wording.Count(test.Count, "invoice")} predicted beforehand from older ones only, {test.Right} were called right ({test.Accuracy * 100:0} %); {test.Late} of them were paid late.",
            Tone.Note);
        if (scorer.StillOpen is { Count: >= RiskScorer.FewestPaid } past && (double)past.Late / past.Count > scorer.LateShare)
        {
            answer.Say(
                $"To compare: of all invoices that fell due {scorer.LateShare * 100:0} % were late, but of those that were still open and not yet due on earlier days {100.0 * past.Late / past.Count:0} %, because what is paid early is open no more.",
                Tone.Note);
        }
    }

    /// <summary>The same as facts.</summary>
    public static IEnumerable<Fact> Facts(RiskScorer scorer)
    {
        if (scorer.Model is { } model)
        {
            var test = model.Backtest;
            yield return new Fact("Learned from", Wording.Count(model.LearnedFrom, "invoice that had fallen due", "invoices that had fallen due"));
            yield return new Fact("Past predictions right", FormattableString.Invariant($"{test.Right} of {test.Count} ({test.Accuracy * 100:0} %)"));
            yield return new Fact("A late one ranked above one in time", FormattableString.Invariant($"in {test.Auc * 100:0} of 100 pairs"));
        }
        else
        {
            yield return new Fact("Learned from", scorer.CanSay ? "too little history for a model" : "nothing: too few invoices have been paid");
        }
    }
}
