using System.Text.Json.Nodes;
using Copilot.Connectors.Company;
using Copilot.Core;
using Copilot.Tests.Support;

namespace Copilot.Tests.Import.Overlays;

/// <summary>The file that another system takes.</summary>
public sealed class HandedOver
{
    [Fact]
    public async Task WhatWaits_AsValues_StandsOldestFirstWithPlainAmounts()
    {
        await using var company = await MirroredCompany.CreateAsync();
        await company.PromiseAsync("S-1", new DateOnly(2026, 12, 12));
        await company.ApplyAsync("Z-1", "I-1", 8000);

        var (lines, counted) = await CsvAsync(company);

        Assert.Equal((4, 2), counted);
        Assert.Equal("effect,record,number,field,before,now,currency,at,by,reason", lines[0]);
        Assert.Equal("P-1/1,order,S-1,promised_on,2026-11-30,2026-12-12,EUR,2026-11-20T10:00:00Z,anna,Change the delivery day of S-1", lines[1]);
        Assert.Contains("P-2/1,invoice,I-1,open,100.00,20.00,EUR,2026-11-20T10:00:00Z,anna,Apply EUR 80.00 of Z-1 to I-1", lines);
        Assert.Contains(lines, line => line.StartsWith("P-2/1,application,I-1,,,amount=80", StringComparison.Ordinal) && line.Contains("payment=Z-1", StringComparison.Ordinal));
        Assert.Equal(lines, (await CsvAsync(company)).Lines);
    }

    [Fact]
    public async Task NumberThatBeginsLikeAFormula_Written_IsHarmlessInASpreadsheet()
    {
        await using var company = await MirroredCompany.CreateAsync();
        await company.TakeAsync(MirroredCompany.OrderHeader + "=HYPERLINK(1),C-1,2026-11-02,2026-11-30,confirmed,1,A,1,2.50\n");
        await company.PromiseAsync("=HYPERLINK(1)", new DateOnly(2026, 12, 12));

        Assert.Contains(",'=HYPERLINK(1),", (await CsvAsync(company)).Lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatWaits_AsJson_HasTheSameFields()
    {
        await using var company = await MirroredCompany.CreateAsync();
        await company.PromiseAsync("S-1", new DateOnly(2026, 12, 12));
        var file = new FileInfo(Path.Combine(company.Import.Folder, "waiting.json"));

        await HandOver.WriteAsync(company.Store, file, TestContext.Current.CancellationToken);

        var row = Assert.Single((JsonArray)JsonNode.Parse(await File.ReadAllTextAsync(file.FullName, TestContext.Current.CancellationToken))!)!;
        Assert.Equal(["effect", "record", "number", "field", "before", "now", "currency", "at", "by", "reason"], row.AsObject().Select(pair => pair.Key));
        Assert.Equal("2026-12-12", (string?)row["now"]);
    }

    [Fact]
    public async Task ChangesThatAreSettled_Exported_AreNotHandedOverAgain()
    {
        await using var company = await MirroredCompany.CreateAsync();
        await company.PromiseAsync("S-1", new DateOnly(2026, 12, 12));
        await company.PromiseAsync("S-2", new DateOnly(2026, 12, 12));
        await company.TakeAsync(MirroredCompany.Orders.Replace("2026-11-30", "2026-12-12", StringComparison.Ordinal));

        Assert.Equal((1, 1), (await CsvAsync(company)).Counted);
        Assert.Equal(1, await HandOver.TakenAsync(company.Store, "P-2/1", "anna", TestContext.Current.CancellationToken));
        Assert.Equal(0, await HandOver.TakenAsync(company.Store, "P-2/1", "anna", TestContext.Current.CancellationToken));
        var (lines, counted) = await CsvAsync(company);
        Assert.Equal((0, 0), counted);
        Assert.Single(lines);
    }

    [Fact]
    public async Task Export_OfTheSample_SaysThatNothingWaits()
    {
        using var folder = new TemporaryFolder();
        var (code, text) = await CommandLine.RunAsync(folder, "handover", "export", "out.csv");
        Assert.True(code == 0 && text.Contains("Nothing waits in the ERP", StringComparison.Ordinal), text);
        Assert.Contains("handover_exported", (await CommandLine.RunAsync(folder, "ledger", "show")).Text, StringComparison.Ordinal);

        var nowhere = await CommandLine.RunAsync(folder, "handover", "export", "nowhere/out.csv");
        Assert.True(nowhere.Code == 1 && nowhere.Text.Contains("HO-090", StringComparison.Ordinal), nowhere.Text);
        var unknown = await CommandLine.RunAsync(folder, "handover", "taken", "p-9/1");
        Assert.True(unknown.Code == 1 && unknown.Text.Contains("Nothing of P-9/1 waits", StringComparison.Ordinal), unknown.Text);
    }

    private static async Task<(string[] Lines, (int Changes, int Effects) Counted)> CsvAsync(MirroredCompany company)
    {
        var file = new FileInfo(Path.Combine(company.Import.Folder, "waiting.csv"));
        var counted = await HandOver.WriteAsync(company.Store, file, TestContext.Current.CancellationToken);
        return (await File.ReadAllLinesAsync(file.FullName, TestContext.Current.CancellationToken), counted);
    }
}
