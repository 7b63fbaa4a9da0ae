namespace Copilot.Data.Import;

/// <summary>Date orders as options and sentences name them.</summary>
internal static class DateOrderNames
{
    private static readonly (DateOrders Order, string Token, string Words)[] Names =
    [
        (DateOrders.Dmy, "dmy", "day/month/year"),
        (DateOrders.Mdy, "mdy", "month/day/year"),
        (DateOrders.Ymd, "ymd", "year-month-day"),
        (DateOrders.Named, "named", "month in letters"),
        (DateOrders.Serial, "serial", "Excel day number"),
    ];

    /// <summary>The tokens of a set: "dmy", "mdy".</summary>
    public static IReadOnlyList<string> Tokens(DateOrders orders) => [.. Names.Where(name => orders.HasFlag(name.Order)).Select(name => name.Token)];

    /// <summary>A set in words: "day/month/year or month/day/year".</summary>
    public static string Words(DateOrders orders) => string.Join(" or ", Names.Where(name => orders.HasFlag(name.Order)).Select(name => name.Words));

    /// <summary>Reads a token; false when it is none.</summary>
    public static bool TryParse(string token, out DateOrders order)
    {
        order = Array.Find(Names, name => string.Equals(name.Token, token.Trim(), StringComparison.OrdinalIgnoreCase)).Order;
        return order != DateOrders.None;
    }
}
