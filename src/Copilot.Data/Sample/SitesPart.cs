using Copilot.Core;

namespace Copilot.Data.Sample;

/// <summary>The logistics partners' sites and the days on which they stand still.</summary>
internal static class SitesPart
{
    public static void Add(SampleWorld world)
    {
        foreach (var fact in SiteFacts.Sites)
        {
            var site = new Warehouse
            {
                Id = world.Records.Warehouses.NextId(), Code = fact.Code, Name = fact.Name, Partner = fact.Partner, Country = fact.Country,
                TimeZone = fact.TimeZone, Cutoff = fact.Cutoff, ShipWithinHours = fact.ShipWithinHours,
            };
            world.Add(site);
            for (var year = world.Start.Year; year <= world.Day.Year + 1; year++)
            {
                foreach (var (day, name) in Holidays(fact.Country, year).Where(holiday => holiday.Day.IsWeekday()).OrderBy(holiday => holiday.Day))
                {
                    world.SiteDays(site.Id).Close(day);
                    world.Records.WarehouseHolidays.Add(new WarehouseHoliday
                    {
                        Id = world.Records.WarehouseHolidays.NextId(), WarehouseId = site.Id, Day = day, Name = name,
                    });
                }
            }
        }
    }

    private static IEnumerable<(DateOnly Day, string Name)> Holidays(string country, int year)
    {
        var easter = Easter(year);
        return country switch
        {
            "GB" =>
            [
                (new(year, 1, 1), "New Year's Day"), (easter.AddDays(-2), "Good Friday"), (easter.AddDays(1), "Easter Monday"),
                (NthMonday(year, 5, 1), "Early May bank holiday"), (LastMonday(year, 5), "Spring bank holiday"), (LastMonday(year, 8), "Summer bank holiday"),
                (new(year, 12, 25), "Christmas Day"), (new(year, 12, 26), "Boxing Day"),
            ],
            "NL" =>
            [
                (new(year, 1, 1), "Nieuwjaarsdag"), (easter.AddDays(1), "Tweede paasdag"), (new(year, 4, 27), "Koningsdag"),
                (easter.AddDays(39), "Hemelvaartsdag"), (easter.AddDays(50), "Tweede pinksterdag"),
                (new(year, 12, 25), "Eerste kerstdag"), (new(year, 12, 26), "Tweede kerstdag"),
            ],
            _ =>
            [
                (new(year, 1, 1), "New Year's Day"), (LastMonday(year, 5), "Memorial Day"), (new(year, 7, 4), "Independence Day"),
                (NthMonday(year, 9, 1), "Labor Day"), (NthMonday(year, 11, 1).AddDays(Thanksgiving(year)), "Thanksgiving"), (new(year, 12, 25), "Christmas Day"),
            ],
        };
    }

    private static DateOnly NthMonday(int year, int month, int nth)
    {
        var first = new DateOnly(year, month, 1);
        return first.AddDays((((int)DayOfWeek.Monday - (int)first.DayOfWeek + 7) % 7) + (7 * (nth - 1)));
    }

    private static DateOnly LastMonday(int year, int month)
    {
        var last = new DateOnly(year, month, 1).AddMonths(1).AddDays(-1);
        return last.AddDays(-(((int)last.DayOfWeek - (int)DayOfWeek.Monday + 7) % 7));
    }

    // the fourth Thursday of November, counted from its first Monday
    private static int Thanksgiving(int year)
    {
        var first = new DateOnly(year, 11, 1);
        var thursday = first.AddDays((((int)DayOfWeek.Thursday - (int)first.DayOfWeek + 7) % 7) + 21);
        return thursday.DayNumber - NthMonday(year, 11, 1).DayNumber;
    }

    // Gregorian computus after Meeus, Jones and Butcher
    private static DateOnly Easter(int year)
    {
        var a = year % 19;
        var (b, c) = (year / 100, year % 100);
        var (d, e) = (b / 4, b % 4);
        var g = ((8 * b) + 13) / 25;
        var h = ((19 * a) + b - d - g + 15) % 30;
        var (i, k) = (c / 4, c % 4);
        var l = (32 + (2 * e) + (2 * i) - h - k) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var sum = h + l - (7 * m) + 114;
        return new DateOnly(year, sum / 31, (sum % 31) + 1);
    }
}
