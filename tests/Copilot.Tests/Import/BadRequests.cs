using Copilot.Core;
using Copilot.Data.Import;

namespace Copilot.Tests.Import;

/// <summary>Requests and maps that are wrong themselves: said before any file is taken.</summary>
public sealed class BadRequests
{
    private const string Invoices = "invoice number,customer number,invoice date,due date,amount\nI-1,C-1,2026-01-31,2026-03-02,100.00\n";

    public static TheoryData<string, string> Maps => new()
    {
        { "kind: bananas\n", "line 1: 'bananas' is no kind; it is one of" },
        { "columns:\n  a: number\n", "'kind:' is missing" },
        { "kind: invoices\ncolumns:\n  \"invoice number\": nummer\n", "line 3: 'nummer' is no field of invoices; there are number, customer" },
        { "kind: invoices\nstuff: 1\n", "line 2: 'stuff' is unknown here; there are kind, sheet, constants, columns and ignore" },
        { "kind: invoices\ncolumns:\n  a: {field: issued_on, dates: abc}\n", "line 3: 'abc' is no date order; there are dmy, mdy, ymd" },
        { "kind: invoices\ncolumns:\n  a: {field: amount, decimal: ':'}\n", "is no decimal sign" },
        { "kind: invoices\ncolumns:\n  a: {field: number, width: many}\n", "the width is a count of digits" },
        { "kind: invoices\ncolumns:\n  a: {dates: dmy}\n", "'field:' is missing under 'a'" },
        { "kind: [invoices\n", "this is no YAML" },
        { "kind: invoices\nkind: orders\n", "this is no YAML" },
        { "", "a map begins with 'kind:'" },
        { "just words", "a map begins with 'kind:'" },
    };

    [Theory]
    [MemberData(nameof(Maps))]
    public async Task MapWithAMistake_GivenAlong_IsRefusedWithItsLine(string yaml, string says)
    {
        await using var company = await ImportCompany.CreateAsync();
        var request = company.Request(company.Write("good.csv", Invoices)) with { Maps = [company.Write("wrong.yaml", yaml)] };

        var result = await Importer.RunAsync(company.Store, request, null, TestContext.Current.CancellationToken);

        Assert.Equal(ImportCodes.MapFile, result.Fault!.Code);
        Assert.StartsWith("The map wrong.yaml is wrong at line", result.Fault.Message, StringComparison.Ordinal);
        Assert.Contains(says, result.Fault.Message, StringComparison.Ordinal);
        Assert.Equal(0, await company.NumberAsync("SELECT COUNT(*) FROM Invoices"));
    }

    [Fact]
    public async Task MapThatIsNotThere_GivenAlong_IsNamed()
    {
        await using var company = await ImportCompany.CreateAsync();
        var fault = await FaultAsync(company, request => request with { Maps = [Path.Combine(company.Folder, "none.yaml")] });

        Assert.Equal(ImportCodes.MapFile, fault.Code);
        Assert.Contains("none.yaml", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MapForColumnsThatTheFileLacks_GivenAlong_NamesTheColumn()
    {
        await using var company = await ImportCompany.CreateAsync();
        var map = company.Write("other.yaml", "kind: invoices\ncolumns:\n  Rechnung: number\n");

        var report = await company.TakeTextAsync("good.csv", Invoices, request => request with { Maps = [map] });

        Assert.Equal((FileOutcome.Refused, ImportCodes.MapFile), (report.Outcome, report.Fault!.Code));
        Assert.Contains("names a column 'Rechnung', which good.csv does not have", report.Fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ConstantThatIsNoValue_InTheMap_IsRefused()
    {
        await using var company = await ImportCompany.CreateAsync();
        var map = company.Write(
            "constant.yaml", "kind: invoices\nconstants:\n  currency: doubloons\ncolumns:\n  invoice number: number\n  customer number: customer\n  invoice date: issued_on\n  due date: due_on\n  amount: amount\n");

        var report = await company.TakeTextAsync("good.csv", Invoices, request => request with { Maps = [map] });

        Assert.Equal((FileOutcome.Refused, ImportCodes.MapFile), (report.Outcome, report.Fault!.Code));
        Assert.Contains("gives currency the value 'doubloons'", report.Fault.Message, StringComparison.Ordinal);
        Assert.Equal(0, await company.NumberAsync("SELECT COUNT(*) FROM Invoices"));
    }

    [Fact]
    public async Task KindThatThereIsNot_Said_IsRefusedWithTheNearest()
    {
        await using var company = await ImportCompany.CreateAsync();
        var fault = await FaultAsync(company, request => request with { Kind = "invoises" });

        Assert.Equal(ImportCodes.KindUnknown, fault.Code);
        Assert.Equal("invoices", fault.Suggestions[0]);
    }

    [Fact]
    public async Task DateOrderThatThereIsNot_Said_IsRefusedWithTheThree()
    {
        await using var company = await ImportCompany.CreateAsync();
        var fault = await FaultAsync(company, request => request with { DateOrder = "ydm" });

        Assert.Equal(["--date-order dmy", "--date-order mdy", "--date-order ymd"], fault.Suggestions);
    }

    [Fact]
    public async Task SomebodyWithoutTheRole_Importing_IsRefused()
    {
        await using var company = await ImportCompany.CreateAsync();
        var clerk = new Access(new Person { Id = new Id<Person>(1), Region = "all" }, ["controller"], []);
        var fault = await FaultAsync(company, request => request with { By = clerk });

        Assert.Equal(ImportCodes.NotAdministrator, fault.Code);
        Assert.Equal(0, await company.NumberAsync("SELECT COUNT(*) FROM Invoices"));
    }

    private static async Task<Fault> FaultAsync(ImportCompany company, Func<ImportRequest, ImportRequest> change)
    {
        var request = change(company.Request(company.Write("good.csv", Invoices)));
        var result = await Importer.RunAsync(company.Store, request, null, TestContext.Current.CancellationToken);
        Assert.False(result.Ok);
        return result.Fault!;
    }
}
