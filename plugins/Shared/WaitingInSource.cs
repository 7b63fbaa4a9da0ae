using Copilot.Core;

namespace Copilot.Plugins.Shared;

/// <summary>What was confirmed here on a record of another system and is not yet shown by it, or was overtaken there.</summary>
internal static class WaitingInSource
{
    private const int RowsShown = 20;
    private const int OvertakenDays = 60;

    /// <summary>Says it, with a table; nothing where nothing waits.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="context">Who asks, and when.</param>
    /// <param name="rows">The changes of the record.</param>
    /// <param name="cancellationToken">Stops the query.</param>
    public static async Task WaitingAsync(this AnswerBuilder answer, FunctionContext context, IQueryable<Overlay> rows, CancellationToken cancellationToken)
    {
        var since = context.Turn.Now.AddDays(-OvertakenDays);
        var found = await context.Read.ListAsync(
            rows.Where(row => row.State == OverlayState.Waiting || (row.State == OverlayState.Overtaken && row.SettledAt > since)).OrderBy(row => row.At).ThenBy(row => row.Id), cancellationToken);
        var waiting = found.FindAll(row => row.State == OverlayState.Waiting);
        if (waiting.Count > 0)
        {
            answer.Say($"{Reasons(waiting)}: waiting in the ERP since {waiting[0].At.UtcDateTime:yyyy-MM-dd}. What is shown here has it already.", Tone.Note);
        }

        var overtaken = found.FindAll(row => row.State == OverlayState.Overtaken);
        if (overtaken.Count > 0)
        {
            answer.Say($"{Reasons(overtaken)}: confirmed here, but the ERP says something else. Its value is shown; look at both below.", Tone.Warning);
        }

        answer.TableIfAny(new Grid<Overlay>("waiting", "Waiting in the ERP")
            .Text("change", "Change", row => row.Effect)
            .Text("record", "Record", row => row.Document)
            .Text("field", "Field", row => row.Field.Length == 0 ? "made here" : Field(row.Field))
            .Text("before", "Before", row => row.BeforeText)
            .Text("now", "Confirmed", row => row.Field.Length == 0 ? "" : row.AfterText)
            .Text("state", "In the ERP", row => row.State == OverlayState.Waiting ? "waiting" : $"says: {row.SourceText}")
            .Text("at", "Since (UTC)", row => $"{row.At.UtcDateTime:yyyy-MM-dd HH:mm}")
            .Toned(row => row.State == OverlayState.Overtaken ? Tone.Warning : Tone.Plain)
            .Top(found, RowsShown, "Nothing waits."));
    }

    private static string Reasons(List<Overlay> rows) => Wording.List([.. rows.Select(row => $"{row.Reason} ({row.Effect})").Distinct(StringComparer.Ordinal).Take(5)]);

    private static string Field(string name)
    {
        var plain = name.EndsWith("Minor", StringComparison.Ordinal) ? name[..^5] : name.EndsWith("Id", StringComparison.Ordinal) ? name[..^2] : name;
        return string.Concat(plain.Select((letter, place) => !char.IsAsciiLetterUpper(letter) ? letter.ToString() : place == 0 ? $"{char.ToLowerInvariant(letter)}" : $" {char.ToLowerInvariant(letter)}"));
    }
}
