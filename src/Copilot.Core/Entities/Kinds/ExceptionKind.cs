namespace Copilot.Core;

/// <summary>What went wrong with a shipment.</summary>
public enum ExceptionKind
{
    /// <summary>Left or arrived late.</summary>
    Late,

    /// <summary>Less than ordered.</summary>
    Short,

    /// <summary>Arrived damaged.</summary>
    Damaged,

    /// <summary>Another carrier than asked.</summary>
    WrongCarrier,

    /// <summary>No event for days.</summary>
    Stuck,

    /// <summary>Could not be delivered there.</summary>
    Address,
}
