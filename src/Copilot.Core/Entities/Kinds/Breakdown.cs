namespace Copilot.Core;

/// <summary>By what a figure is broken down; each function says which it takes.</summary>
public enum Breakdown
{
    /// <summary>Customer.</summary>
    Customer,

    /// <summary>Sales region.</summary>
    Region,

    /// <summary>Site.</summary>
    Warehouse,

    /// <summary>Channel.</summary>
    Channel,

    /// <summary>Calendar month.</summary>
    Month,

    /// <summary>Fiscal quarter.</summary>
    Quarter,

    /// <summary>Sales representative.</summary>
    Owner,

    /// <summary>Stage.</summary>
    Stage,

    /// <summary>Product line.</summary>
    ProductLine,

    /// <summary>Reason.</summary>
    Reason,

    /// <summary>Collector.</summary>
    Collector,

    /// <summary>Age bucket.</summary>
    Age,
}
