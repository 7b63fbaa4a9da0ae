using Copilot.Core;

namespace Copilot.Data.Sample;

/// <summary>Keys and numbers as the rows come: 1, 2, 3, …</summary>
internal static class Keys
{
    /// <summary>The key of the row that is added next.</summary>
    public static Id<T> NextId<T>(this List<T> rows)
        where T : class => new(rows.Count + 1);

    /// <summary>The document number of the row that is added next, in a range that starts at the given number.</summary>
    public static string NextNumber<T>(this List<T> rows, DocumentKind kind, int first) => DocumentNumber.Of(kind, first + rows.Count).Text;
}
