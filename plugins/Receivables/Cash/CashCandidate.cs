namespace Copilot.Plugins.Receivables.Cash;

/// <summary>A way to read a payment.</summary>
/// <param name="Lines">What to apply; empty when it only explains why nothing can be.</param>
/// <param name="Confidence">From 0 to 1.</param>
/// <param name="Reason">Why, in words, without a full stop.</param>
internal sealed record CashCandidate(IReadOnlyList<CashLine> Lines, decimal Confidence, string Reason)
{
    /// <summary>Held below a confidence, with a remark.</summary>
    public CashCandidate AtMost(decimal confidence, string? remark = null) =>
        this with { Confidence = Math.Min(Confidence, confidence), Reason = remark is null ? Reason : $"{Reason}; {remark}" };
}
