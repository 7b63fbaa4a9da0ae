namespace Copilot.Plugins.Orders.Rules;

/// <summary>How fresh a batch is against what customers demand.</summary>
internal enum ShelfLifeClass
{
    /// <summary>Past its last day.</summary>
    Expired,

    /// <summary>Too old for every customer that is asked about.</summary>
    RefusedByAll,

    /// <summary>Too old for some of them.</summary>
    RefusedBySome,

    /// <summary>Good for all now, too old for one of them within <see cref="ShelfLife.SoonDays"/> days.</summary>
    Soon,

    /// <summary>Good for all.</summary>
    Fresh,
}

/// <summary>Remaining shelf life against minimums.</summary>
internal static class ShelfLife
{
    /// <summary>How far ahead "soon" looks.</summary>
    public const int SoonDays = 30;

    /// <summary>The class of a batch with so many days left, for customers who demand so many. A batch with no days left may still be used today.</summary>
    /// <param name="remainingDays">Days from today to the last day; negative once expired.</param>
    /// <param name="minimums">Days that each customer demands; none demands anything when it is empty.</param>
    public static ShelfLifeClass Of(int remainingDays, IReadOnlyCollection<int> minimums)
    {
        if (remainingDays < 0)
        {
            return ShelfLifeClass.Expired;
        }

        var refusing = RefusedBy(remainingDays, minimums);
        return refusing switch
        {
            > 0 when refusing == minimums.Count => ShelfLifeClass.RefusedByAll,
            > 0 => ShelfLifeClass.RefusedBySome,
            _ when RefusedBy(remainingDays - SoonDays, minimums) > 0 || remainingDays < SoonDays => ShelfLifeClass.Soon,
            _ => ShelfLifeClass.Fresh,
        };
    }

    /// <summary>How many of them refuse it.</summary>
    public static int RefusedBy(int remainingDays, IReadOnlyCollection<int> minimums) => minimums.Count(minimum => minimum > remainingDays);
}
