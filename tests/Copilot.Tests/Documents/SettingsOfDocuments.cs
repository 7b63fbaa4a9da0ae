using Copilot.Host.Settings;
using Copilot.Tests.Support;

namespace Copilot.Tests.Documents;

public sealed class SettingsOfDocuments : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("\"Invoices\": \"drop\"", "HO-007", "Copilot:Documents:Invoices")]
    [InlineData("\"MostFiles\": 99", "HO-007", "Copilot:Documents:MostFiles")]
    [InlineData("\"MostMegabytes\": \"many\"", "HO-006", "Copilot:Documents")]
    public void WrongSetting_Read_StopsTheHostWithItsName(string setting, string code, string named)
    {
        Write(setting);
        var read = HostSettings.Read(_folder.Path);

        Assert.Equal(code, read.Fault?.Code);
        Assert.Contains(named, read.Fault!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RightSettings_Read_AreTaken()
    {
        Write("\"Invoices\": \"/srv/erp/invoices\", \"MostFiles\": 3, \"MostMegabytes\": 5");
        var read = HostSettings.Read(_folder.Path);

        Assert.True(read.Ok, read.Fault?.ToString());
        Assert.Equal(("/srv/erp/invoices", 3, 5), (read.Value.Documents.Invoices, read.Value.Documents.MostFiles, read.Value.Documents.MostMegabytes));
    }

    private void Write(string setting) => File.WriteAllText(Path.Combine(_folder.Path.CreateSubdirectory(".copilot").FullName, "settings.json"), $$"""{"Copilot": {"Documents": { {{setting}} } } }""");
}
