using Copilot.Core;

namespace Copilot.Conversation;

/// <summary>A sheet of rows.</summary>
/// <param name="Name">Its name, on the tab.</param>
/// <param name="Table">The table; its rows decide the widths.</param>
/// <param name="Rows">All its rows, in order; not yet read.</param>
/// <param name="CurrencyWord">What a currency is called in the sheet's language.</param>
internal sealed record ExcelSheet(string Name, TableBlock Table, IAsyncEnumerable<Row> Rows, string CurrencyWord = "currency");
