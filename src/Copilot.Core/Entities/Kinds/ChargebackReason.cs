namespace Copilot.Core;

/// <summary>Why a retailer charges back.</summary>
public enum ChargebackReason
{
    /// <summary>Late.</summary>
    LateDelivery,

    /// <summary>Early.</summary>
    EarlyDelivery,

    /// <summary>Short.</summary>
    ShortShipment,

    /// <summary>Advance ship notice.</summary>
    Asn,

    /// <summary>Labels.</summary>
    Labelling,

    /// <summary>Cartons.</summary>
    Carton,

    /// <summary>Price.</summary>
    Pricing,

    /// <summary>Wrong article.</summary>
    WrongItem,

    /// <summary>Damage.</summary>
    Damaged,

    /// <summary>Wrong carrier or route.</summary>
    Routing,

    /// <summary>Not booked in.</summary>
    Booking,

    /// <summary>Papers.</summary>
    Documents,

    /// <summary>Anything else.</summary>
    Other,
}
