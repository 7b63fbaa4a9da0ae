namespace Copilot.Data.Sample;

/// <summary>Reckoning in the working days of one site, its holidays left out.</summary>
internal sealed class SiteDays
{
    private readonly HashSet<DateOnly> _closed = [];

    public void Close(DateOnly day) => _closed.Add(day);

    /// <summary>So many of the site's working days later, or earlier.</summary>
    public DateOnly Add(DateOnly day, int count)
    {
        var step = count < 0 ? -1 : 1;
        for (var left = Math.Abs(count); left > 0; left--)
        {
            do
            {
                day = day.AddDays(step);
            }
            while (!day.IsWorkday() || _closed.Contains(day));
        }

        return day;
    }
}
