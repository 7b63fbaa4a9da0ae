using Copilot.Core;

namespace Copilot.Plugins.Orders.Rules;

/// <summary>What could bring a customer's open items down. In the order of certainty: what is at hand first.</summary>
internal enum ReleaseMeans
{
    /// <summary>Money that came in and is not yet applied.</summary>
    ApplyCash,

    /// <summary>A credit note that is not yet applied.</summary>
    ApplyCredit,

    /// <summary>A disputed amount, once it is settled with a credit.</summary>
    SettleDispute,

    /// <summary>A promise to pay whose day has not passed.</summary>
    PromiseDue,
}

/// <summary>One thing that would bring the open items down.</summary>
/// <param name="Means">What it is.</param>
/// <param name="Document">The payment, credit note or invoice; empty for a promise on account.</param>
/// <param name="Detail">In words.</param>
/// <param name="Amount">How much at most, in the exposure's currency.</param>
/// <param name="Invoice">The invoice that it is bound to; none when it can go to any.</param>
/// <param name="InvoiceOpen">What that invoice still owes: all that is bound to it together cannot bring it down by more.</param>
/// <param name="On">The day on which it is expected; none for at once.</param>
internal sealed record ReleaseOption(ReleaseMeans Means, string Document, string Detail, Money Amount, string? Invoice, Money InvoiceOpen, DateOnly? On)
{
    /// <summary>Whether it only needs doing: the money or the credit is there.</summary>
    public bool AtHand => Means is ReleaseMeans.ApplyCash or ReleaseMeans.ApplyCredit;

    /// <summary>Whether the exposure takes it off already: applying it settles invoices and leaves the room under the limit as it is.</summary>
    public bool TakenOff { get; init; }
}

/// <summary>Options that together release the order.</summary>
/// <param name="Options">Which.</param>
/// <param name="Relief">By how much they bring the open items down together.</param>
/// <param name="Left">Room under the limit that then remains, the order counted.</param>
internal sealed record ReleaseCombination(IReadOnlyList<ReleaseOption> Options, Money Relief, Money Left);
