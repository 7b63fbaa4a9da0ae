using System.Globalization;

namespace Copilot.Tests.Import;

/// <summary>Open invoices by age, counted straight from the lines of the file: nothing of the product is used here.</summary>
internal static class AgeingByHand
{
    public static List<(string Bucket, long Minor, long Count)> Of(string path, DateOnly day)
    {
        var buckets = new SortedDictionary<string, (long Minor, long Count)>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(path).Skip(1).Where(line => line.Length > 0))
        {
            // the set has no quoted fields
            var cells = line.Split(',');
            DateOnly issued = Day(cells[4]), due = Day(cells[5]), settled = Day(cells[8]);
            if (issued > day || settled <= day)
            {
                continue;
            }

            var late = day.DayNumber - due.DayNumber;
            var bucket = late <= 0 ? "0" : late <= 30 ? "1-30" : late <= 60 ? "31-60" : late <= 90 ? "61-90" : "90+";
            var (minor, count) = buckets.GetValueOrDefault(bucket);
            buckets[bucket] = (minor + Cents(cells[6]), count + 1);
        }

        return [.. buckets.Select(pair => (pair.Key, pair.Value.Minor, pair.Value.Count))];
    }

    // m/d/yyyy
    private static DateOnly Day(string text)
    {
        var parts = text.Split('/').Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        return new DateOnly(parts[2], parts[0], parts[1]);
    }

    private static long Cents(string text)
    {
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? text : text[..point];
        var rest = (point < 0 ? "" : text[(point + 1)..]).PadRight(2, '0');
        Assert.Equal(2, rest.Length);
        return (long.Parse(whole, CultureInfo.InvariantCulture) * 100) + long.Parse(rest, CultureInfo.InvariantCulture);
    }
}
