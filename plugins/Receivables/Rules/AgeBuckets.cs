namespace Copilot.Plugins.Receivables.Rules;

/// <summary>The limits of the ageing buckets. <see cref="OpenItems.Aged"/> says the same to the database.</summary>
internal static class AgeBuckets
{
    /// <summary>All, youngest first.</summary>
    public static IReadOnlyList<AgeBucket> All { get; } = Enum.GetValues<AgeBucket>();

    /// <summary>Days past due; negative before the due day, nought on it.</summary>
    public static int DaysLate(DateOnly dueOn, DateOnly asOf) => asOf.DayNumber - dueOn.DayNumber;

    /// <summary>The bucket of an invoice on a day.</summary>
    public static AgeBucket Of(DateOnly dueOn, DateOnly asOf) => DaysLate(dueOn, asOf) switch
    {
        <= 0 => AgeBucket.NotDue,
        <= 30 => AgeBucket.To30,
        <= 60 => AgeBucket.To60,
        <= 90 => AgeBucket.To90,
        _ => AgeBucket.Over90,
    };

    /// <summary>Days past due with which a bucket begins: 1, 31, 61, 91; nought for what is not due.</summary>
    public static int FirstDay(AgeBucket bucket) => bucket switch
    {
        AgeBucket.NotDue => 0,
        AgeBucket.To30 => 1,
        AgeBucket.To60 => 31,
        AgeBucket.To90 => 61,
        AgeBucket.Over90 => 91,
        _ => throw new ArgumentOutOfRangeException(nameof(bucket)),
    };

    /// <summary>Its heading.</summary>
    public static string Label(AgeBucket bucket) => bucket switch
    {
        AgeBucket.NotDue => "Not due",
        AgeBucket.To30 => "1–30 days late",
        AgeBucket.To60 => "31–60 days late",
        AgeBucket.To90 => "61–90 days late",
        AgeBucket.Over90 => "Over 90 days late",
        _ => throw new ArgumentOutOfRangeException(nameof(bucket)),
    };

    /// <summary>Its key in figures and columns.</summary>
    public static string Key(AgeBucket bucket) => bucket switch
    {
        AgeBucket.NotDue => "not_due",
        AgeBucket.To30 => "late_1_30",
        AgeBucket.To60 => "late_31_60",
        AgeBucket.To90 => "late_61_90",
        AgeBucket.Over90 => "late_over_90",
        _ => throw new ArgumentOutOfRangeException(nameof(bucket)),
    };
}
