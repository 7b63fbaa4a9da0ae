using Copilot.Core;
using Copilot.Plugins.Orders.Rules;

namespace Copilot.Plugins.Orders.Actions;

/// <summary>What the checks of an order say about it as it would be, for the card.</summary>
internal static class FindingRemarks
{
    /// <summary>A remark for each finding, those that block first, and for each check that could not be made.</summary>
    public static IEnumerable<Remark> Of(FunctionContext context, IReadOnlyList<Finding> findings, IReadOnlyList<string> notChecked) =>
    [
        .. findings.OrderByDescending(finding => finding.Blocks).Select(finding => new Remark(
            context.Text($"{Named(finding)}: expected {finding.Expected}, found {finding.Found}. {finding.Mend}"), finding.Blocks ? Tone.Warning : Tone.Note)),
        .. notChecked.Select(text => new Remark(text)),
    ];

    private static string Named(Finding finding) => $"{char.ToUpperInvariant(OrderText.Name(finding.Check)[0])}{OrderText.Name(finding.Check)[1..]}, {finding.Where}";
}
