using System.Globalization;

namespace Copilot.Data.Import;

/// <summary>How each column is read, decided from the whole of it, from the map, or from the person's answer; and what remains to be asked.</summary>
internal sealed class ColumnDecisions
{
    private readonly Dictionary<ColumnUse, DateOrders> _orders = [];
    private readonly Dictionary<ColumnUse, NumberSigns> _signs = [];
    private readonly List<ImportQuestion> _questions = [];
    private readonly List<MapSuggestion> _suggestions = [];
    private readonly List<ColumnScan> _mixed = [];
    private readonly List<string> _notes = [];

    /// <summary>Decides for every column.</summary>
    /// <param name="scan">What the columns show.</param>
    /// <param name="answer">--date-order; none when nothing was said.</param>
    public ColumnDecisions(TableScan scan, DateOrders answer)
    {
        foreach (var column in scan.Columns)
        {
            DecideOrder(column, answer);
            DecideSign(column);
            Suggest(column);
        }
    }

    /// <summary>What has to be answered.</summary>
    public IReadOnlyList<ImportQuestion> Questions => _questions;

    /// <summary>Settings for the saved map.</summary>
    public IReadOnlyList<MapSuggestion> Suggestions => _suggestions;

    /// <summary>Columns with two date orders and no answer yet.</summary>
    public IReadOnlyList<ColumnScan> Mixed => _mixed;

    /// <summary>Decisions that the person should know of.</summary>
    public IReadOnlyList<string> Notes => _notes;

    /// <summary>The date order of a column.</summary>
    public DateOrders Order(ColumnUse use) => _orders.GetValueOrDefault(use);

    /// <summary>The decimal sign of a column.</summary>
    public NumberSigns Sign(ColumnUse use) => _signs.GetValueOrDefault(use, NumberSigns.Point);

    /// <summary>How a column is read, in words; empty for text.</summary>
    public string Format(ColumnUse use) => _orders.TryGetValue(use, out var order) && order != DateOrders.None ? DateOrderNames.Words(order)
        : _signs.TryGetValue(use, out var sign) && sign != NumberSigns.None ? (sign == NumberSigns.Comma ? "decimal comma" : "decimal point")
        : "";

    private void DecideOrder(ColumnScan column, DateOrders answer)
    {
        if (column.Dates is not { } dates)
        {
            return;
        }

        var said = column.Use.Orders != DateOrders.None ? column.Use.Orders : answer;
        if (column.Use.Orders != DateOrders.None || dates.Dates == 0)
        {
            _orders[column.Use] = said == DateOrders.None ? DateOrders.All : said;
        }
        else if (dates.Decided is var decided && decided != DateOrders.None)
        {
            _orders[column.Use] = decided;
            if (answer != DateOrders.None && !answer.HasFlag(decided) && decided is DateOrders.Dmy or DateOrders.Mdy)
            {
                _notes.Add($"{column.Use.Header} is plainly {DateOrderNames.Words(decided)}; --date-order {DateOrderNames.Tokens(answer)[0]} was not used for it");
            }
        }
        else if (answer != DateOrders.None)
        {
            _orders[column.Use] = answer;
        }
        else if (dates.Mixed)
        {
            _mixed.Add(column);
            _questions.Add(MixedOrders(column.Use, dates));
            _suggestions.Add(new MapSuggestion(column.Use, "two orders are mixed: this is the more frequent") { Orders = Most(dates) });
        }
        else
        {
            _questions.Add(UndecidedOrder(column.Use, dates));
            _suggestions.Add(new MapSuggestion(column.Use, $"correct it: may be {string.Join(" or ", DateOrderNames.Tokens(dates.Allowed))}") { Orders = dates.Allowed });
        }
    }

    private static DateOrders Most(DateColumn dates) => dates.Seen.MaxBy(pair => pair.Value.Count).Key;

    private static ImportQuestion MixedOrders(ColumnUse use, DateColumn dates)
    {
        var seen = dates.Seen.OrderByDescending(pair => pair.Value.Count).Take(3).Select(pair =>
            $"{Count(pair.Value.Count)} can only be {DateOrderNames.Words(pair.Key)} ({pair.Value.Value}, line {pair.Value.Line})");
        var marked = dates.Misread.Judge() == MisreadDates.Original.None
            ? ""
            : " Those that stand year first were probably changed by a program that read them in the wrong order; they are listed.";
        return new ImportQuestion(
            ImportCodes.DateOrderMixed, use.Header, $"Two date orders are mixed in {use.Header}: {string.Join(", ", seen)}.{marked} Which order is right?", Answers(Most(dates), "the others are then wrong rows"));
    }

    private static ImportQuestion UndecidedOrder(ColumnUse use, DateColumn dates)
    {
        var (line, value) = (dates.Ambiguous?.Line, dates.Ambiguous?.Value);
        return new ImportQuestion(
            ImportCodes.DateOrderUndecided, use.Header,
            $"The date order of {use.Header} cannot be told: {value} (line {line}) may be {DateOrderNames.Words(dates.Allowed)}, and none of its {Count(dates.Dates)} dates says which.",
            Answers(dates.Allowed, null));
    }

    private static List<string> Answers(DateOrders orders, string? remark) =>
        [.. DateOrderNames.Tokens(orders).Where(token => token is "dmy" or "mdy" or "ymd").Select(token => $"--date-order {token}{(remark is null ? "" : $" ({remark})")}"), "'dates:' at the column in a map"];

    private void DecideSign(ColumnScan column)
    {
        if (column.Numbers is not { } numbers)
        {
            return;
        }

        _signs[column.Use] = column.Use.Sign != NumberSigns.None ? column.Use.Sign : numbers.Decided;
        if (column.Use.Sign != NumberSigns.None || numbers.Numbers == 0)
        {
            _signs[column.Use] = column.Use.Sign == NumberSigns.None ? NumberSigns.Point : column.Use.Sign;
        }
        else if (numbers.Mixed)
        {
            var (pointLine, point) = numbers.OnlyPoint ?? default;
            var (commaLine, comma) = numbers.OnlyComma ?? default;
            Ask(column.Use, $"Decimal points and decimal commas are mixed in {column.Use.Header}: {point} (line {pointLine}), {comma} (line {commaLine}). Which is the decimal sign?");
        }
        else if (numbers.Decided == NumberSigns.None)
        {
            var (line, value) = numbers.Ambiguous ?? default;
            Ask(column.Use, $"The decimal sign of {column.Use.Header} cannot be told: {value} (line {line}) may be a number in the thousands or one with three decimals, and no value says which.");
        }
    }

    private void Ask(ColumnUse use, string question)
    {
        _questions.Add(new ImportQuestion(ImportCodes.DecimalSignUndecided, use.Header, question, ["decimal: \".\" at the column in a map", "decimal: \",\" at the column in a map"]));
        _suggestions.Add(new MapSuggestion(use, "correct it: . or ,") { Sign = NumberSigns.Point });
    }

    private void Suggest(ColumnScan column)
    {
        var strange = column.Strange.ToArray();
        if (strange.Length == 0)
        {
            return;
        }

        var words = strange.Select(word => word.Word).ToArray();
        _suggestions.Add(column.Use.Field.Type == FieldType.Choice
            ? new MapSuggestion(column.Use, $"say what each means: {string.Join(", ", Core.Words.All(column.Use.Field.Words!))}") { Values = words }
            : new MapSuggestion(column.Use, "taken for nothing; take out what is not") { Empty = words });
    }

    private static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
