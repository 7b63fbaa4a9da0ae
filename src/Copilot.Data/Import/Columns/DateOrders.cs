namespace Copilot.Data.Import;

/// <summary>In which orders a date can be read; a set, because one value alone often allows several.</summary>
[Flags]
internal enum DateOrders
{
    /// <summary>In none.</summary>
    None = 0,

    /// <summary>Day, month, year: 31/1/2013.</summary>
    Dmy = 1,

    /// <summary>Month, day, year: 1/31/2013.</summary>
    Mdy = 2,

    /// <summary>Year, month, day: 2013-01-31.</summary>
    Ymd = 4,

    /// <summary>The month in letters: 31-Jan-13.</summary>
    Named = 8,

    /// <summary>Excel's count of days: 41305.</summary>
    Serial = 16,

    /// <summary>Any.</summary>
    All = Dmy | Mdy | Ymd | Named | Serial,
}
