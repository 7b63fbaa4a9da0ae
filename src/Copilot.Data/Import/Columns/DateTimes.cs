using System.Globalization;

namespace Copilot.Data.Import;

/// <summary>The time of day behind a date: "21:05", "T21:05:00Z", "9:05 PM".</summary>
internal static class DateTimes
{

    /// <summary>Cuts the time off.</summary>
    public static DateAndTime Split(ReadOnlySpan<char> text)
    {
        var colon = text.IndexOf(':');
        if (colon < 0)
        {
            return new DateAndTime(text, 0);
        }

        var cut = text[..colon].LastIndexOfAny(" Tt");
        if (cut < 1)
        {
            return new DateAndTime(text, -1);
        }

        var time = text[(cut + 1)..].TrimEnd("Zz").Trim();
        var offset = time.LastIndexOfAny("+-");
        time = offset > 0 ? time[..offset].TrimEnd() : time;
        return new DateAndTime(text[..cut].TrimEnd(" ,"), Seconds(time));
    }

    private static int Seconds(ReadOnlySpan<char> time)
    {
        var afternoon = time.EndsWith("PM", StringComparison.OrdinalIgnoreCase);
        var morning = time.EndsWith("AM", StringComparison.OrdinalIgnoreCase);
        time = afternoon || morning ? time[..^2].TrimEnd() : time;
        Span<Range> parts = stackalloc Range[4];
        var count = time.Split(parts, ':');
        if (count is < 2 or > 3 || !Number(time[parts[0]], out var hour) || !Number(time[parts[1]], out var minute))
        {
            return -1;
        }

        var second = 0;
        if (count == 3)
        {
            var whole = time[parts[2]];
            var point = whole.IndexOfAny(".,");
            if (!Number(point < 0 ? whole : whole[..point], out second))
            {
                return -1;
            }
        }

        hour = afternoon && hour < 12 ? hour + 12 : morning && hour == 12 ? 0 : hour;
        return hour <= 24 && minute < 60 && second < 60 ? (hour * 3600) + (minute * 60) + second : -1;
    }

    private static bool Number(ReadOnlySpan<char> digits, out int value) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
