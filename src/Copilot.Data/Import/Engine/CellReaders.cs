namespace Copilot.Data.Import;

/// <summary>Makes the reader for each column.</summary>
internal sealed class CellReaders(int lastYear, Findings findings)
{
    /// <summary>The row that is being read, for warnings.</summary>
    public RowDraft? Draft { get; set; }

    /// <summary>The reader of a column, as decided.</summary>
    public CellReader For(ColumnScan column, ColumnDecisions decisions)
    {
        var field = column.Use.Field;
        return field.Type switch
        {
            FieldType.Day or FieldType.Instant => new DayCellReader(decisions.Order(column.Use), lastYear, field.Type == FieldType.Instant, column.Dates),
            FieldType.Money or FieldType.Whole or FieldType.Number => new NumberCellReader(field, decisions.Sign(column.Use)),
            _ => Plain(field, column.Use.Width),
        };
    }

    /// <summary>The reader of a constant: dates as 2013-01-31, numbers with a decimal point.</summary>
    public CellReader ForConstant(Field field) => field.Type switch
    {
        FieldType.Day or FieldType.Instant => new DayCellReader(DateOrders.Ymd, lastYear, field.Type == FieldType.Instant, null),
        FieldType.Money or FieldType.Whole or FieldType.Number => new NumberCellReader(field, NumberSigns.Point),
        _ => Plain(field, 0),
    };

    private CellReader Plain(Field field, int width) => field.Type switch
    {
        FieldType.Flag => new FlagCellReader(),
        FieldType.Choice => new ChoiceCellReader(field),
        FieldType.Currency => new CurrencyCellReader(),
        FieldType.Country => new CountryCellReader(text => findings.Warn($"{field.Name} is no country that is known: left empty", Draft?.Line ?? 0, text)),
        _ => new TextCellReader(field, width),
    };
}
