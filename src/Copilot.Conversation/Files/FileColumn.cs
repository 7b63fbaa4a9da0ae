using Copilot.Core;

namespace Copilot.Conversation;

/// <summary>A column of a file. Money takes two: the amount as a number, and its currency beside it, so that no sum mixes currencies unseen.</summary>
/// <param name="Place">The table's column.</param>
/// <param name="Key">Name for programs.</param>
/// <param name="Header">Name for people.</param>
/// <param name="Currency">Whether this is the currency of the amount before it.</param>
internal sealed record FileColumn(int Place, string Key, string Header, bool Currency)
{
    /// <summary>The columns of a table's file.</summary>
    /// <param name="table">The table.</param>
    /// <param name="currencyWord">What a currency is called in the file's language.</param>
    public static IReadOnlyList<FileColumn> Of(TableBlock table, string currencyWord = "currency")
    {
        var columns = new List<FileColumn>();
        foreach (var (place, column) in table.Columns.Index())
        {
            columns.Add(new FileColumn(place, column.Key, column.Header, Currency: false));
            if (table.Rows.Any(row => row.Cells[place] is NumberCell { Value.Unit: Unit.Money }))
            {
                columns.Add(new FileColumn(place, column.Key + "_currency", $"{column.Header}, {currencyWord}", Currency: true));
            }
        }

        return columns;
    }

    /// <summary>The cell of a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="hasCurrency">Whether the amount's currency has a column of its own.</param>
    public Cell Cell(Row row, bool hasCurrency) => row.Cells[Place] switch
    {
        NumberCell { Value.Unit: Unit.Money } money when Currency => money.Value.Currency.ToString(),
        NumberCell { Value.Unit: Unit.Money } money when !hasCurrency => money.ToString(),
        var other => Currency ? "" : other,
    };
}
