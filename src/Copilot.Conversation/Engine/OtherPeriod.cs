using Copilot.Core;

namespace Copilot.Conversation;

/// <summary>"And this one?", "und davor?", "le précédent ?": the period of the last request moved, where a sentence says nothing but that.</summary>
internal static class OtherPeriod
{
    private static readonly HashSet<string> Before = TextTools.Set("before earlier davor zuvor avant daarvoor ervoor");

    private static readonly HashSet<string> After = TextTools.Set("after danach apres daarna erna");

    /// <summary>The canonical period meant; nothing where the sentence says anything else, or no period was asked about.</summary>
    public static string? Of(Sentence sentence, string? period, in TimeFrame frame, HashSet<string> smallTalk)
    {
        if (period is null || sentence.Count > 6 || !Period.TryParse(period, out var asked))
        {
            return null;
        }

        int? step = null;
        foreach (var token in sentence.Tokens)
        {
            int? said = TimeWords.Last.Contains(token.Text) || Before.Contains(token.Text) ? -1 : TimeWords.Next.Contains(token.Text) || After.Contains(token.Text) ? 1 : TimeWords.This.Contains(token.Text) ? 0 : null;
            if (said is null && token.Kind != TokenKind.Mark && !smallTalk.Contains(token.Text))
            {
                return null;
            }

            step = said is null or 0 ? step ?? said : said;
        }

        return step is { } moved ? Moved(asked.Resolve(frame.Today, frame.Fiscal), moved, frame) : null;
    }

    private static string? Moved(DateRange asked, int step, in TimeFrame frame)
    {
        var unit = (asked.To.DayNumber - asked.From.DayNumber + 1) switch { 7 => "week", >= 28 and <= 31 => "month", >= 89 and <= 92 => "quarter", >= 365 and <= 366 => "year", _ => null };
        if (unit is null)
        {
            return null;
        }

        // "this" is the one that is running; before and after are counted from the one last asked about
        var day = step == 0 ? frame.Today : step < 0 ? asked.From.AddDays(-1) : asked.To.AddDays(1);
        foreach (var named in (ReadOnlySpan<string>)["this-" + unit, "last-" + unit, "next-" + unit])
        {
            var days = frame.Days(named);
            if (days.From <= day && day <= days.To)
            {
                return named;
            }
        }

        return unit switch
        {
            "month" => $"{day:yyyy-MM}",
            "quarter" => $"{frame.Fiscal.Of(day).Year}-Q{frame.Fiscal.Of(day).Quarter}",
            "year" => $"{frame.Fiscal.Of(day).Year}",
            _ => new TimeFrame(day, frame.Fiscal).Days("this-week").ToString(),
        };
    }
}
