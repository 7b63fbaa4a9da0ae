using System.Text;
using Copilot.Connectors.Documents;
using Copilot.Core;
using Copilot.Tests.Support;

namespace Copilot.Tests.Documents;

/// <summary>What the invoicing system dropped, found by number and never outside its folder.</summary>
public sealed class OriginalsInAFolder : IDisposable
{
    private const string Pdf = "%PDF-1.4\nan original\n%%EOF\n";

    private readonly TemporaryFolder _folder = new();
    private readonly DirectoryInfo _invoices;

    public OriginalsInAFolder() => _invoices = _folder.Path.CreateSubdirectory("invoices");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("INV-1.pdf")]
    [InlineData("inv-1.pdf")]
    [InlineData("Inv-1.PDF")]
    public async Task Original_WhateverItsCapitals_IsFoundFrozenUnderItsNumber(string file)
    {
        Drop(file, Pdf);
        var found = await FindAsync("INV-1");

        Assert.Equal((OriginalState.Found, "INV-1.pdf", "application/pdf"), (found.State, found.File!.Name, found.File.MediaType));
        Assert.Equal(Pdf, Encoding.UTF8.GetString(found.File.Content.Span));
        Drop(file, "%PDF-1.4 another");
        Assert.True(found.File.Intact());
    }

    [Theory]
    [InlineData("../secret")]
    [InlineData("..")]
    [InlineData("")]
    [InlineData("a/../../secret")]
    [InlineData("..\\secret")]
    [InlineData("/etc/passwd")]
    [InlineData("sub/INV-9")]
    [InlineData("*")]
    [InlineData("INV-?")]
    [InlineData("INV-1\0")]
    [InlineData("linked")]
    public async Task NumberThatLeadsElsewhere_Looked_FindsNothing(string number)
    {
        await File.WriteAllTextAsync(_folder.File("secret.pdf"), Pdf, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(_invoices.CreateSubdirectory("sub").FullName, "INV-9.pdf"), Pdf, TestContext.Current.CancellationToken);
        File.CreateSymbolicLink(Path.Combine(_invoices.FullName, "linked.pdf"), _folder.File("secret.pdf"));
        Drop("INV-1.pdf", Pdf);

        Assert.Equal((OriginalState.Missing, null), await FindAsync(number) is var found ? (found.State, found.File) : default);
        Assert.Equal(OriginalState.Found, (await FindAsync("INV-1")).State);
    }

    [Theory]
    [InlineData("", OriginalState.Empty)]
    [InlineData("<html>%PDF-</html>", OriginalState.NotPdf)]
    [InlineData("%PD", OriginalState.NotPdf)]
    public async Task FileThatIsNoOriginal_Found_IsLeftOutWithTheReason(string content, OriginalState state)
    {
        Drop("INV-1.pdf", content);

        Assert.Equal((state, null), await FindAsync("INV-1") is var found ? (found.State, found.File) : default);
    }

    [Fact]
    public async Task FilesBeyondTheBounds_Found_AreLeftOutAndSmallerOnesStillGo()
    {
        Drop("INV-1.pdf", "%PDF-" + new string('x', 55));
        Drop("INV-2.pdf", "%PDF-" + new string('x', 55));
        Drop("INV-3.pdf", "%PDF-" + new string('x', 15));
        Drop("INV-4.pdf", "%PDF-" + new string('x', 96));
        Drop("INV-5.pdf", "%PDF-");
        var folder = new InvoiceFolder(_invoices.FullName, 2, 100, 150);

        Assert.Equal([OriginalState.Found, OriginalState.BeyondBounds, OriginalState.Found, OriginalState.TooLarge, OriginalState.BeyondBounds, OriginalState.Missing], await StatesAsync(folder, "INV-1", "INV-2", "INV-3", "INV-4", "INV-5", "INV-6"));

        // the mails of one turn share what is left
        Assert.Equal([OriginalState.Found, OriginalState.BeyondBounds], await StatesAsync(folder, "INV-2", "INV-3"));
        Assert.Equal([OriginalState.BeyondBounds, OriginalState.Found], await StatesAsync(folder, "INV-3", "INV-5"));
    }

    [Fact]
    public async Task FolderThatIsNotThere_Looked_HasNone()
    {
        _invoices.Delete();

        Assert.Equal(OriginalState.Missing, (await FindAsync("INV-1")).State);
        Assert.Equal(OriginalState.Missing, (await new DocumentOptions { MostFiles = 0 }.Open(_folder.Path).FindAsync(["INV-1"], TestContext.Current.CancellationToken))[0].State);
    }

    [Fact]
    public async Task NothingSet_Opened_LooksIntoTheDataFolder()
    {
        Drop("INV-1.pdf", Pdf);
        var options = new DocumentOptions();

        Assert.Null(options.Check());
        Assert.Equal(OriginalState.Found, (await options.Open(_folder.Path).FindAsync(["INV-1"], TestContext.Current.CancellationToken))[0].State);
    }

    [Theory]
    [InlineData("Invoices", "invoices")]
    [InlineData("MostFiles", "-1")]
    [InlineData("MostFiles", "51")]
    [InlineData("MostMegabytes", "0")]
    [InlineData("MostMegabytes", "26")]
    public void SettingThatCannotBeUsed_Checked_IsNamedWithWhatItNeeds(string name, string value)
    {
        var options = new DocumentOptions();
        var property = typeof(DocumentOptions).GetProperty(name)!;
        property.SetValue(options, Convert.ChangeType(value, property.PropertyType, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal("HO-007", options.Check()?.Code);
        Assert.StartsWith($"Copilot:Documents:{name} is \"{value}\". It needs ", options.Check()!.Message, StringComparison.Ordinal);
    }

    private void Drop(string name, string content) => File.WriteAllText(Path.Combine(_invoices.FullName, name), content);

    private async Task<Original> FindAsync(string number) => Assert.Single(await new InvoiceFolder(_invoices.FullName, 10, 1_000, 10_000).FindAsync([number], TestContext.Current.CancellationToken));

    private static async Task<IEnumerable<OriginalState>> StatesAsync(InvoiceFolder folder, params string[] numbers) =>
        (await folder.FindAsync(numbers, TestContext.Current.CancellationToken)).Select(found => found.State);
}
