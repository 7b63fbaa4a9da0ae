using System.Globalization;
using Copilot.Core;
using Microsoft.Extensions.Configuration;

namespace Copilot.Bot;

/// <summary>
/// When nobody is written to unasked, on the clock of the one who would be: settings <c>Copilot:Bot:QuietHours</c> and <c>Copilot:Bot:QuietDays</c>. A reply
/// to whoever asked, and the receipt of what they decided, come at any time.
/// </summary>
internal static class QuietHours
{
    private const string Off = "off";

    /// <summary>Evenings, nights and weekends.</summary>
    public static readonly RestHours Usual = new(new TimeOnly(20, 0), new TimeOnly(7, 0), new HashSet<DayOfWeek> { DayOfWeek.Saturday, DayOfWeek.Sunday });

    /// <summary>Reads and checks them.</summary>
    public static Result<RestHours> Read(IConfiguration section)
    {
        var quiet = Usual;
        if (section["QuietHours"] is { Length: > 0 } hours)
        {
            string[] ends = hours == Off ? ["00:00", "00:00"] : hours.Split('-', StringSplitOptions.TrimEntries);
            if (ends.Length != 2 || Time(ends[0]) is not { } from || Time(ends[1]) is not { } until)
            {
                return new Fault("BT-042", $"Copilot:Bot:QuietHours is \"{hours}\". Write two times of the day, as 20:00-07:00, or {Off}.");
            }

            quiet = quiet with { From = from, Until = until };
        }

        if (section["QuietDays"] is { Length: > 0 } days)
        {
            string[] names = days == Off ? [] : days.Split(',', StringSplitOptions.TrimEntries);
            var set = new HashSet<DayOfWeek>();
            foreach (var name in names)
            {
                if (!Enum.TryParse<DayOfWeek>(name, ignoreCase: true, out var day) || !Enum.IsDefined(day) || char.IsAsciiDigit(name[0]))
                {
                    return new Fault("BT-042", $"Copilot:Bot:QuietDays is \"{days}\". Write days in English, as Saturday, Sunday, or {Off}.");
                }

                set.Add(day);
            }

            if (set.Count == 7)
            {
                return new Fault("BT-042", "Copilot:Bot:QuietDays names every day of the week, so nobody could ever be asked. Leave one out.");
            }

            quiet = quiet with { Days = set };
        }

        return quiet;
    }

    private static TimeOnly? Time(string text) => TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
