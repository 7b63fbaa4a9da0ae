using Copilot.Data.Import;

namespace Copilot.Tests.Import;

/// <summary>The company's bank accounts and the interest that terms agree, from files.</summary>
public sealed class PlacesToPayTo
{
    private const string Header = "currency,iban,account number,routing code,bic,account holder,bank,default\n";
    private const string Good = "EUR,NL91 ABNA 0417 1643 00,,,abna nl 2a,Test & Sons,First Bank,yes\n";

    [Theory]
    [InlineData("EUR,NL91 ABNA 0417 1643 01,,,,Test & Sons,First Bank,yes", "iban", "NL91 ABNA 0417 1643 01", "does not pass the check of its digits")]
    [InlineData("EUR,NL91 ABNA 0417 1643,,,,Test & Sons,First Bank,yes", "iban", "NL91 ABNA 0417 1643", "those have 18")]
    [InlineData("EUR,0417164300,,,,Test & Sons,First Bank,yes", "iban", "0417164300", "is no IBAN")]
    [InlineData("EUR,,NL91ABNA0417164301,,,Test & Sons,First Bank,yes", "account number", "NL91ABNA0417164301", "does not pass the check of its digits")]
    [InlineData("USD,,000123456,,,Test & Sons,First Bank,yes", "routing code", "", "needs what leads to its bank")]
    [InlineData("USD,,,026009593,,Test & Sons,First Bank,yes", "iban", "", "neither an IBAN nor an account number")]
    [InlineData("EUR,NL91ABNA0417164300,,,ABNA,Test & Sons,First Bank,yes", "bic", "ABNA", "is no BIC")]
    [InlineData("EUR,NL91ABNA0417164300,,,,,First Bank,yes", "account holder", "", "is needed")]
    [InlineData(",NL91ABNA0417164300,,,,Test & Sons,First Bank,yes", "currency", "", "is needed")]
    public async Task WrongAccount_Imported_IsARowFaultWithItsPlaceAndNothingIsTaken(string row, string column, string value, string reason)
    {
        await using var company = await ImportCompany.CreateAsync();
        foreach (var (file, bytes) in new[] { ("accounts.csv", System.Text.Encoding.UTF8.GetBytes(Header + Good + row + "\n")), ("accounts.xlsx", Workbook.Of([.. (Header + Good + row).Split('\n').Select(line => line.Split(','))])) })
        {
            var report = await company.TakeAsync(company.Request(company.Write(file, bytes)));
            var fault = Assert.Single(report.RowFaults);

            Assert.Equal((FileOutcome.Refused, ImportCodes.RowsWrong), (report.Outcome, report.Fault!.Code));
            Assert.Equal((file, 3, column, value), (fault.File, fault.Line, fault.Column, fault.Value));
            Assert.Contains(reason, fault.Reason, StringComparison.Ordinal);
        }

        Assert.Equal(0, await company.NumberAsync("SELECT COUNT(*) FROM BankAccounts"));
    }

    [Fact]
    public async Task Accounts_Imported_StandAsTheyWereMeantAndStayOneRowEach()
    {
        await using var company = await ImportCompany.CreateAsync();
        var text = Header + Good + "USD,,000123456,026009593,,Test & Sons,Second Bank,no\nGBP,,gb29 nwbk 6016 1331 9268 19,ignored,,Test & Sons,Third Bank,\n";
        var first = await company.TakeTextAsync("accounts.csv", text);
        var again = await company.TakeTextAsync("accounts.csv", text.Replace("First Bank", "First & Sons", StringComparison.Ordinal));

        Assert.Equal((FileOutcome.Taken, "bank_accounts"), (first.Outcome, first.Kind));
        Assert.Equal((0L, 1L, 2L), Assert.Single(again.Tables) is var table ? (table.Inserted, table.Updated, table.Unchanged) : default);
        Assert.Equal(
            [["EUR", "NL91ABNA0417164300", "", "ABNANL2A", "First & Sons", 1L], ["GBP", "GB29NWBK60161331926819", "", "", "Third Bank", 0L], ["USD", "000123456", "026009593", "", "Second Bank", 0L]],
            await company.RowsAsync("SELECT Currency, Number, RoutingCode, Bic, Bank, Usual FROM BankAccounts ORDER BY Currency"));
    }

    [Fact]
    public async Task LateInterest_InACustomersFile_IsTakenAndEmptyStaysNone()
    {
        await using var company = await ImportCompany.CreateAsync();
        var report = await company.TakeTextAsync("customers.csv", "Kundennummer;Kundenname;Verzugszinsen %\n1;Eins;8,0\n2;Zwei;\n3;Drei;10,25\n");

        Assert.True(report.Outcome == FileOutcome.Taken, report.Fault?.ToString());
        Assert.Equal(["8.0", "", "10.25"], (await company.RowsAsync("SELECT LateInterestPercent FROM Customers ORDER BY Code")).Select(row => row[0]?.ToString() ?? ""));
    }

    [Theory]
    [InlineData("800", "more than 100 percent a year")]
    [InlineData("-1", "is less than 0")]
    public async Task LateInterestThatCannotBe_Imported_IsARowFault(string percent, string reason)
    {
        await using var company = await ImportCompany.CreateAsync();
        var report = await company.TakeTextAsync("customers.csv", $"customer number,customer name,late interest percent\n1,One,8\n2,Two,{percent}\n");
        var fault = Assert.Single(report.RowFaults);

        Assert.Equal((3, "late interest percent", percent), (fault.Line, fault.Column, fault.Value));
        Assert.Contains(reason, fault.Reason, StringComparison.Ordinal);
    }
}
