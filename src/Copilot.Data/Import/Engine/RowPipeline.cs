using Copilot.Core;

namespace Copilot.Data.Import;

/// <summary>Turns rows of the file into drafts: reads the cells, fills in constants, finds references, completes and checks.</summary>
internal sealed class RowPipeline
{
    private readonly TableMap _map;
    private readonly (ColumnUse Use, CellReader Reader)[] _readers;
    private readonly (Field Field, Cell Cell)[] _constants;
    private readonly (Field Field, string Text)[] _assumed;
    private readonly Field[] _required;
    private readonly Field[] _amounts;
    private readonly References _references;
    private readonly Findings _findings;
    private readonly CompletionContext _context;

    public RowPipeline(TableMap map, IEnumerable<(ColumnUse Use, CellReader Reader)> readers, IEnumerable<(Field Field, Cell Cell)> constants, References references, Findings findings, CompletionContext context)
    {
        (_map, _references, _findings, _context) = (map, references, findings, context);
        _readers = [.. readers];
        _constants = [.. constants];
        _required = [.. map.Kind.Fields.Where(field => field.Required && map.Uses.Any(use => use.Field == field))];
        _amounts = [.. map.Kind.Fields.Where(field => field.Type == FieldType.Money && !field.Derived && map.Gives(field))];
        Draft = new RowDraft(map.Kind.Fields.Count, findings);
        foreach (var field in map.Kind.Fields.Where(field => map.Gives(field) || field == map.Kind.CurrencyOf))
        {
            Draft.Feed(field);
        }

        _assumed = [.. map.Kind.Assumptions.Where(assumption => assumption.When.Any(map.Gives)).Select(assumption => (assumption.Field, assumption.Value))];
        foreach (var (field, _) in _assumed)
        {
            Draft.Feed(field);
        }
    }

    /// <summary>The row as it stands.</summary>
    public RowDraft Draft { get; }

    /// <summary>Reads the reader's current row into the draft; false when it is wrong.</summary>
    public bool Read(ITableReader row, int columns)
    {
        var draft = Draft;
        draft.Begin(row.Line);
        if (row.Count != columns && !Tolerable(row, columns))
        {
            _findings.Fault(row.Line, "(row)", row.Count > 0 ? row[0] : "", $"begins a row of {row.Count} fields where the header has {columns}");
            return false;
        }

        foreach (var (field, cell) in _constants)
        {
            draft.Slot(field) = cell;
        }

        foreach (var (use, reader) in _readers)
        {
            if (RowValues.Of(row, use) is { } text && reader.Read(text, ref draft.Slot(use.Field)) is { } reason)
            {
                draft.Fault(use.Field, text, reason);
            }
        }

        if (row is CsvTable { HasStrayQuote: true })
        {
            _findings.Fault(row.Line, "(row)", "", "has a quotation mark inside a quoted field: double it, or export the file again");
            return false;
        }

        foreach (var field in _required)
        {
            if (!draft.Has(field) && !draft.Wrong)
            {
                draft.Fault(field, "", "is empty and is needed");
            }
        }

        return Complete(draft);
    }

    private bool Complete(RowDraft draft)
    {
        if (draft.Wrong)
        {
            return false;
        }

        Currency(draft);
        foreach (var (field, text) in _assumed)
        {
            if (!draft.Has(field))
            {
                draft.Set(field, text);
            }
        }

        _references.Resolve(draft);
        _map.Kind.Complete(draft, _context);
        return !draft.Wrong;
    }

    // the row's own currency decides how many decimals its amounts have
    private void Currency(RowDraft draft)
    {
        var currency = _context.BaseCurrency;
        if (_map.Kind.CurrencyOf is { } field)
        {
            if (draft.Text(field) is { } code)
            {
                currency = code == currency.Code ? currency : CurrencyCode.Of(code);
            }
            else
            {
                draft.Set(field, currency.Code);
            }
        }

        foreach (var amount in _amounts)
        {
            ref var cell = ref draft.Slot(amount);
            if (!cell.Known)
            {
                continue;
            }

            var exact = cell.Decimal * currency.MinorPerMajor;
            var minor = decimal.Round(exact, 0, MidpointRounding.AwayFromZero);
            cell.Number = decimal.ToInt64(minor);

            // sums of binary fractions carry a trace in the seventh digit; more than that was really there
            if (Math.Abs(exact - minor) > 0.002m)
            {
                draft.Warn($"{amount.Name} has more decimals than {currency.Code} and was rounded", cell.Decimal.ToString(System.Globalization.CultureInfo.InvariantCulture));
            }
        }
    }

    // trailing empty fields may be missing or too many
    private static bool Tolerable(ITableReader row, int columns)
    {
        for (var i = columns; i < row.Count; i++)
        {
            if (row[i].AsSpan().Trim().Length > 0)
            {
                return false;
            }
        }

        return row.Count >= columns || row is ExcelTable;
    }
}
