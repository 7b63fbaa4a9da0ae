namespace Copilot.Data.Import;

/// <summary>What the decimal sign of a number can be.</summary>
[Flags]
internal enum NumberSigns
{
    /// <summary>It is no number.</summary>
    None = 0,

    /// <summary>1,234.50</summary>
    Point = 1,

    /// <summary>1.234,50</summary>
    Comma = 2,

    /// <summary>Either: no sign, or one that cannot be told from a thousands separator.</summary>
    Both = Point | Comma,
}
