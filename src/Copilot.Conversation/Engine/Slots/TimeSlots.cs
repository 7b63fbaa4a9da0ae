using System.Globalization;
using System.Text.Json.Nodes;
using Copilot.Core;

namespace Copilot.Conversation;

/// <summary>Periods, dates, and counts of days that are said as times ("due next week").</summary>
internal static class TimeSlots
{
    private static readonly HashSet<string> LooksAhead = new(StringComparer.Ordinal)
    {
        "crm_pipeline", "forecast_summary", "forecast_coverage", "forecast_at_risk", "territory_propose",
    };

    /// <summary>Tools whose day is the last of a series.</summary>
    private static readonly HashSet<string> HasLastDay = new(StringComparer.Ordinal) { "receivables_send_worklists" };

    private static readonly HashSet<string> Until = TextTools.Set("until till til bis jusqu jusque tot through ending");

    /// <summary>Fills the tool's periods and dates.</summary>
    public static void Fill(SlotContext context)
    {
        foreach (var parameter in context.Tool.Parameters)
        {
            switch (parameter.Kind)
            {
                case ParameterKind.Period:
                    Period(context, parameter);
                    break;
                case ParameterKind.Date:
                    Date(context, parameter);
                    break;
                case ParameterKind.Count when parameter.Name is "days" or "due_within_days":
                    Days(context, parameter);
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>Which way a tool's periods look.</summary>
    public static Leaning LeaningOf(Tool tool) => LooksAhead.Contains(tool.Name) ? Leaning.Future : Leaning.Past;

    private static void Period(SlotContext context, ToolParameter parameter)
    {
        if (DueDays.Fill(context, parameter))
        {
            return;
        }

        var leaning = LeaningOf(context.Tool);
        foreach (var time in context.Reading.Times.OrderBy(time => time.Point ? 1 : 0))
        {
            if (!context.IsUsed(time.First, time.End) && time.For(leaning).Period is { } period)
            {
                context.Set(parameter.Name, JsonValue.Create(period), time.First, time.End);
                return;
            }
        }
    }

    private static void Date(SlotContext context, ToolParameter parameter)
    {
        var asOf = parameter.Name == "as_of";
        var times = context.Reading.Times.Where(time => !context.IsUsed(time.First, time.End) && (!HasLastDay.Contains(context.Tool.Name) || IsLast(context.Reading.Sentence, time.First)));

        // of two dates the last is the new one: "from 3 December to 10 December"; an as-of day is named once
        var ordered = times.OrderBy(time => time.Point ? 0 : 1).ThenByDescending(time => asOf ? -time.First : time.First);
        foreach (var time in ordered)
        {
            var value = time.For(asOf ? Leaning.Past : Leaning.Future);
            if (value.Date is not { } date)
            {
                continue;
            }

            date = !time.Point && !asOf && value.Period is "next-week" or "this-week" ? value.To.AddDays(-2) : date;
            context.Set(parameter.Name, JsonValue.Create(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), time.First, time.End);
            return;
        }
    }

    // "until 18 December", "jusqu'au 18": what else is named is no last day
    private static bool IsLast(Sentence sentence, int first) => Enumerable.Range(Math.Max(0, first - 3), Math.Min(3, first) + 1).Any(at => Until.Contains(sentence.At(at)));

    private static void Days(SlotContext context, ToolParameter parameter)
    {
        var deadline = parameter.Name != "due_within_days" || context.Reading.Has("deadline") || context.Reading.Has("due_soon");
        foreach (var time in context.Reading.Times)
        {
            // "open chargebacks of this month" asks for a period, "windows that close this month" for the days left
            var days = time.NextDays ?? (!deadline ? null : time.Future.Period switch
            {
                "this-week" or "next-week" => 7,
                "this-month" or "next-month" => 30,
                "today" => 0,
                _ => time.Point && time.Future.Date is { } date && date > context.Frame.Today ? date.DayNumber - context.Frame.Today.DayNumber : null,
            });
            if (days is { } count)
            {
                context.Set(parameter.Name, JsonValue.Create(count), time.First, time.End);
                return;
            }
        }
    }
}
