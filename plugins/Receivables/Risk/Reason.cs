namespace Copilot.Plugins.Receivables.Risk;

/// <summary>Why an invoice is likely, or unlikely, to be paid late.</summary>
/// <param name="Weight">What it adds to the log odds; negative when it speaks for payment in time.</param>
/// <param name="Text">In words.</param>
internal sealed record Reason(double Weight, string Text);
