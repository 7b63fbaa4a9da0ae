using Copilot.Core;
using Copilot.Data;
using Copilot.Data.Import;
using Copilot.Tests.Support;
using Microsoft.Data.Sqlite;

namespace Copilot.Tests.Import;

/// <summary>An empty company of one's own in SQLite files of a temporary folder.</summary>
internal sealed class ImportCompany : IAsyncDisposable
{
    public static readonly DateOnly Today = new(2026, 11, 18);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("copilot-import-");

    private ImportCompany()
    {
    }

    public CompanyStore Store { get; private set; } = null!;

    public Access Administrator { get; private set; } = null!;

    public string Folder => _folder.FullName;

    public string MapFolder => Path.Combine(_folder.FullName, "maps");

    public static async Task<ImportCompany> CreateAsync(string currency = "EUR")
    {
        var company = new ImportCompany();
        company.Store = (await CompanyStore.OpenAsync(new StoreOptions { DataFolder = company._folder }, TimeProvider.System, CancellationToken.None)).Value;
        var made = await CompanyInit.CreateAsync(company.Store, new InitRequest { Name = "Test & Sons", AccountName = "anna", BaseCurrency = CurrencyCode.Of(currency) }, CancellationToken.None);
        Assert.True(made.Ok, made.Fault?.ToString());
        company.Administrator = (await company.Store.FindPersonAsync("anna", CancellationToken.None)).Value.Access;
        return company;
    }

    public ImportRequest Request(params string[] files) => new() { Files = files, By = Administrator, Today = Today, MapFolder = MapFolder };

    public async Task<FileReport> TakeAsync(ImportRequest request) => Assert.Single((await RunAsync(request)).Files);

    public async Task<ImportReport> RunAsync(ImportRequest request, IProgress<ImportProgress>? progress = null)
    {
        var result = await Importer.RunAsync(Store, request, progress, TestContext.Current.CancellationToken);
        Assert.True(result.Ok, result.Fault?.ToString());
        return result.Value;
    }

    /// <summary>Writes a file of the test's own into the folder.</summary>
    public string Write(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Writes bytes as they are.</summary>
    public string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>Takes a text as a file and expects it to go through.</summary>
    public async Task<FileReport> TakeTextAsync(string name, string text, Func<ImportRequest, ImportRequest>? change = null)
    {
        var request = Request(Write(name, text));
        return await TakeAsync(change is null ? request : change(request));
    }

    /// <summary>The first column of a query in plain SQL.</summary>
    public async Task<long> NumberAsync(string sql) => Convert.ToInt64((await RowsAsync(sql))[0][0], System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A query in plain SQL on the business records.</summary>
    public async Task<List<object?[]>> RowsAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(Folder, "company.db")};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<object?[]>();
        while (await reader.ReadAsync())
        {
            var row = new object?[reader.FieldCount];
            for (var i = 0; i < row.Length; i++)
            {
                row[i] = await reader.IsDBNullAsync(i) ? null : reader.GetValue(i);
            }

            rows.Add(row);
        }

        return rows;
    }

    /// <summary>Every row of every table as text, freshness marks aside: two of these are equal when nothing changed and no version moved.</summary>
    public async Task<string> ContentAsync()
    {
        var tables = (await RowsAsync("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '\\_\\_%' ESCAPE '\\' AND name <> 'DataFeeds' ORDER BY name")).Select(row => (string)row[0]!).ToArray();
        Assert.True(tables.Length > 40, $"only {tables.Length} tables");
        var text = new System.Text.StringBuilder();
        foreach (var table in tables)
        {
            text.Append(table).Append('\n');
            foreach (var row in await RowsAsync($"SELECT * FROM \"{table}\" ORDER BY 1"))
            {
                text.AppendJoin('|', row).Append('\n');
            }
        }

        return text.ToString();
    }

    public static string Map(string name) => Path.Combine(Repository.Root, "tests", "Copilot.Tests", "Import", "Maps", name);

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
