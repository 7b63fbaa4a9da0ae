namespace Copilot.Data.Import;

/// <summary>A text cut into its date and its time of day.</summary>
internal readonly ref struct DateAndTime
{
    public DateAndTime(ReadOnlySpan<char> date, int seconds)
    {
        Date = date;
        Seconds = seconds;
    }

    /// <summary>The date as written.</summary>
    public ReadOnlySpan<char> Date { get; }

    /// <summary>Seconds after midnight; −1 when what stands behind the date is no time.</summary>
    public int Seconds { get; }

    public void Deconstruct(out ReadOnlySpan<char> date, out int seconds)
    {
        date = Date;
        seconds = Seconds;
    }
}
