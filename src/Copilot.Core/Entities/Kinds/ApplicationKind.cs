namespace Copilot.Core;

/// <summary>What is set against an invoice.</summary>
public enum ApplicationKind
{
    /// <summary>A payment.</summary>
    Payment,

    /// <summary>A credit note.</summary>
    Credit,

    /// <summary>Early-payment discount.</summary>
    Discount,

    /// <summary>Written off.</summary>
    WriteOff,
}
