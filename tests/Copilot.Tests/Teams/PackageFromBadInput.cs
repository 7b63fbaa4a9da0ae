using Copilot.Host.Teams;
using Copilot.Tests.Support;

namespace Copilot.Tests.Teams;

/// <summary>What cannot become a package is said in a sentence, and nothing is written.</summary>
public sealed class PackageFromBadInput : IDisposable
{
    private static readonly TeamsPackageRequest Good = new() { BotId = "6a7b8c9d-1111-4222-8333-0123456789ab", Host = "copilot.example.com" };

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("my-bot")]
    [InlineData("6a7b8c9d111142228333012345678 9ab")]
    [InlineData("{6a7b8c9d-1111-4222-8333-0123456789ab}")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    public void BotId_ThatIsNone_IsRefused(string bot) => Refused(Good with { BotId = bot }, "HO-060", "Application (client) ID");

    [Theory]
    [InlineData("https://copilot.example.com", "scheme")]
    [InlineData("copilot.example.com/api/messages", "path")]
    [InlineData("copilot.example.com?x=1", "path")]
    [InlineData("copilot.example.com:8443", "port")]
    [InlineData("10.0.0.7", "address")]
    [InlineData("localhost", "outside")]
    [InlineData("", "outside")]
    [InlineData("-copilot.example.com", "outside")]
    [InlineData("copilot..example.com", "outside")]
    [InlineData("copilot.example.com\n", "outside")]
    [InlineData("copilot example.com", "outside")]
    public void Host_ThatIsNoPublicName_IsRefusedWithWhy(string host, string why) => Refused(Good with { Host = host }, "HO-061", why);

    [Theory]
    [InlineData("test")]
    [InlineData("PROD")]
    [InlineData("../prod")]
    public void Environment_WithoutATemplate_IsRefused(string environment) => Refused(Good with { Environment = environment }, "HO-062", "\"dev\"");

    [Theory]
    [InlineData("prod", 30, true)]
    [InlineData("prod", 31, false)]
    [InlineData("dev", 24, true)]
    [InlineData("dev", 25, false)]
    [InlineData("prod", 0, false)]
    public void Name_AsLongAsTeamsShows_IsTakenAndNoLonger(string environment, int length, bool taken) =>
        Assert.Equal(taken ? null : "HO-063", TeamsPackage.Make(Good with { Environment = environment, Name = new string('n', length) }).Fault?.Code);

    [Theory]
    [InlineData("1.0")]
    [InlineData("01.0.0")]
    [InlineData("1.0.0-beta")]
    [InlineData("1.0.0\n")]
    public void Version_ThatIsNotThreeNumbers_IsRefused(string version) => Refused(Good with { Version = version }, "HO-064", "three numbers");

    [Theory]
    [InlineData("example.com/privacy")]
    [InlineData("http://example.com/privacy")]
    [InlineData("javascript:alert(1)")]
    public void Address_ThatIsNotSecureOrWhole_IsRefused(string address) => Refused(Good with { TermsUrl = address }, "HO-065", "--terms-url");

    [Fact]
    public async Task NameThatLooksLikeJson_Packed_StaysAName()
    {
        const string name = "A\", \"id\": \"{{host}}";

        var file = (await TeamsPackage.WriteAsync(Good with { Name = name }, new FileInfo(_folder.File("app.zip")), replace: false, Stop)).Value;

        using var zip = System.IO.Compression.ZipFile.OpenRead(file.FullName);
        await using var stream = await zip.GetEntry("manifest.json")!.OpenAsync(Stop);
        Assert.Equal(name, (string?)System.Text.Json.Nodes.JsonNode.Parse(stream)!["name"]!["short"]);
    }

    [Fact]
    public async Task FileThatIsThere_WrittenTo_IsReplacedOnlyByForce()
    {
        var target = new FileInfo(_folder.File("app.zip"));
        await File.WriteAllTextAsync(target.FullName, "mine", Stop);

        var refused = await TeamsPackage.WriteAsync(Good, target, replace: false, Stop);

        Assert.Equal(("HO-066", "mine"), (refused.Fault?.Code, await File.ReadAllTextAsync(target.FullName, Stop)));
        Assert.True((await TeamsPackage.WriteAsync(Good, target, replace: true, Stop)).Ok);
        Assert.Equal(TeamsPackage.Make(Good).Value, await File.ReadAllBytesAsync(target.FullName, Stop));
        Assert.Equal(["app.zip"], _folder.Path.EnumerateFileSystemInfos().Select(file => file.Name));
    }

    [Fact]
    public async Task FolderThatIsMissingOrInTheWay_WrittenTo_IsNamed()
    {
        Assert.Equal("HO-067", (await TeamsPackage.WriteAsync(Good, new FileInfo(Path.Combine(_folder.File("nowhere"), "app.zip")), replace: true, Stop)).Fault?.Code);
        Assert.Equal("HO-066", (await TeamsPackage.WriteAsync(Good, new FileInfo(_folder.Path.FullName), replace: true, Stop)).Fault?.Code);
    }

    [Fact]
    public async Task CommandAsTyped_WithGoodAndBadInput_ExitsWithZeroAndOne()
    {
        string[] good = ["teams", "package", "--bot-id", Good.BotId, "--host", Good.Host, "--env", "dev", "-o", "app.zip"];

        var made = await CommandLine.RunAsync(_folder, good);
        var again = await CommandLine.RunAsync(_folder, good);

        Assert.Equal(0, made.Code);
        Assert.Contains("https://copilot.example.com/api/messages", made.Text, StringComparison.Ordinal);
        Assert.Equal(1, again.Code);
        Assert.Contains("--force", again.Text, StringComparison.Ordinal);
    }

    private static void Refused(TeamsPackageRequest request, string code, string says)
    {
        var package = TeamsPackage.Make(request);

        Assert.Equal(code, package.Fault?.Code);
        Assert.Contains(says, package.Fault?.Message, StringComparison.Ordinal);
    }
}
