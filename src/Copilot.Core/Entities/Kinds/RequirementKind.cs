namespace Copilot.Core;

/// <summary>What a special requirement is about.</summary>
public enum RequirementKind
{
    /// <summary>Labels.</summary>
    Labelling,

    /// <summary>Bags and packing.</summary>
    Bagging,

    /// <summary>Delivery must be booked in.</summary>
    BookingIn,

    /// <summary>Papers that go along.</summary>
    Documents,

    /// <summary>Anything else.</summary>
    Other,
}
