using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Copilot.Conversation;
using Copilot.Host.Teams;
using Copilot.Tests.Support;
using NJsonSchema;

namespace Copilot.Tests.Teams;

/// <summary>The app package, opened again as Teams would, against Microsoft's published schema.</summary>
public sealed class PackageForTeams(SampleFixture sample, UnderstandingFixture understanding)
{
    private const string Bot = "6A7B8C9D-1111-4222-8333-0123456789AB";
    private const int MostCommands = 10;
    private const int LongestTitle = 32;
    private const int LongestDescription = 128;

    private static readonly TeamsPackageRequest Request = new() { BotId = Bot, Host = "Copilot.Example.com", Version = "1.4.0" };

    [Theory]
    [InlineData("dev", "Operations copilot (dev)")]
    [InlineData("prod", "Operations copilot")]
    public async Task Package_OpenedAgain_IsWhatTheSchemaDemands(string environment, string name)
    {
        var files = Open(Request with { Environment = environment });
        var manifest = JsonNode.Parse(files["manifest.json"])!;

        Assert.Equal(["color.png", "manifest.json", "outline.png"], files.Keys.Order(StringComparer.Ordinal));
        Assert.Empty(await FaultsAsync(manifest));

        // the schema's "const" is of a later draft than the one it names, so that validators pass over it
        Assert.Equal("1.29", (string?)manifest["manifestVersion"]);
        Assert.Equal((name, "1.4.0", Bot.ToLowerInvariant()), ((string?)manifest["name"]!["short"], (string?)manifest["version"], (string?)manifest["bots"]![0]!["botId"]));
        Assert.Equal(["copilot.example.com"], manifest["validDomains"]!.AsArray().Select(domain => (string)domain!));
        Assert.Equal(["personal", "team", "groupChat"], manifest["bots"]![0]!["scopes"]!.AsArray().Select(scope => (string)scope!));
        Assert.DoesNotContain("{{", Encoding.UTF8.GetString(files["manifest.json"]), StringComparison.Ordinal);
        Assert.Null(manifest["webApplicationInfo"]);
    }

    [Theory]
    [InlineData("accentColor", "teal")]
    [InlineData("id", "not-a-guid")]
    [InlineData("name.short", "a name that is far too long for Teams to show anywhere")]
    [InlineData("bots.0.botId", "42")]
    [InlineData("developer.websiteUrl", "ftp://example.com")]
    [InlineData("bots.0.scopes.0", "everywhere")]
    [InlineData("surprise", "a field that nobody knows")]
    public async Task ManifestWithABrokenField_CheckedAgainstTheSchema_IsCaught(string path, string value)
    {
        var manifest = JsonNode.Parse(Open(Request)["manifest.json"])!;
        var parts = path.Split('.');
        var parent = parts[..^1].Aggregate(manifest, (node, part) => int.TryParse(part, out var index) ? node[index]! : node[part]!);
        if (int.TryParse(parts[^1], out var last))
        {
            parent[last] = value;
        }
        else
        {
            parent[parts[^1]] = value;
        }

        Assert.NotEmpty(await FaultsAsync(manifest));
    }

    [Fact]
    public void SameRequest_MadeTwice_GivesTheSameBytes() => Assert.Equal(TeamsPackage.Make(Request).Value, TeamsPackage.Make(Request).Value);

    [Fact]
    public void DevAndProd_OfTheSameBot_AreTwoApps()
    {
        var (dev, prod) = (Manifest("dev"), Manifest("prod"));

        Assert.NotEqual((string?)dev["id"], (string?)prod["id"]);
        Assert.Equal((string?)dev["id"], (string?)Manifest("dev")["id"]);
        Assert.True(JsonNode.DeepEquals(dev["bots"], prod["bots"]), "the command lists differ");
    }

    [Fact]
    public void Icons_InThePackage_HaveTheSizesAndColoursThatTeamsDemands()
    {
        var files = Open(Request);
        var (color, outline) = (Pixels.Read(files["color.png"]), Pixels.Read(files["outline.png"]));

        Assert.Equal((192, 192), (color.Width, color.Height));
        Assert.Equal((32, 32), (outline.Width, outline.Height));
        var opaque = 0;
        for (var at = 0; at < outline.Rgba.Length; at += 4)
        {
            if (outline.Rgba[at + 3] > 0)
            {
                Assert.Equal((255, 255, 255), (outline.Rgba[at], outline.Rgba[at + 1], outline.Rgba[at + 2]));
                opaque++;
            }
        }

        Assert.InRange(opaque, 100, 500);
    }

    [Fact]
    public void CommandLists_OfEachScope_StayWithinWhatTeamsShows()
    {
        var lists = Manifest("prod")["bots"]![0]!["commandLists"]!.AsArray();

        Assert.Equal(["personal", "team", "groupChat"], lists.Select(list => (string)Assert.Single(list!["scopes"]!.AsArray())!));
        Assert.All(lists, list =>
        {
            var commands = list!["commands"]!.AsArray();
            Assert.InRange(commands.Count, 5, MostCommands);
            Assert.Equal(commands.Count, commands.Select(command => (string)command!["title"]!).Distinct(StringComparer.OrdinalIgnoreCase).Count());
            Assert.All(commands, command => Assert.InRange(((string)command!["title"]!).Length, 3, LongestTitle));
            Assert.All(commands, command => Assert.InRange(((string)command!["description"]!).Length, 3, LongestDescription));
        });
    }

    [Fact]
    public async Task EveryCommand_AskedOfTheSample_IsAnswered()
    {
        var dialogue = understanding.Dialogue(sample);
        var titles = Manifest("prod")["bots"]![0]!["commandLists"]!.AsArray().SelectMany(list => list!["commands"]!.AsArray()).Select(command => (string)command!["title"]!).Distinct(StringComparer.Ordinal).ToArray();

        Assert.True(titles.Length >= MostCommands, $"only {titles.Length} commands");
        var unanswered = new List<string>();
        foreach (var title in titles)
        {
            await using var report = (await dialogue.AskAsync(title, ConversationState.Empty, "nadia.hassan", TestContext.Current.CancellationToken)).Value;
            if (report.Outcome != Outcome.Answer)
            {
                unanswered.Add($"{title}: {report.Outcome} {report.Message}");
            }
        }

        Assert.Empty(unanswered);
    }

    private static JsonNode Manifest(string environment) => JsonNode.Parse(Open(Request with { Environment = environment })["manifest.json"])!;

    private static Dictionary<string, byte[]> Open(TeamsPackageRequest request)
    {
        var package = TeamsPackage.Make(request);
        Assert.True(package.Ok, package.Fault?.ToString());
        using var zip = new ZipArchive(new MemoryStream(package.Value));
        return zip.Entries.ToDictionary(entry => entry.FullName, Bytes, StringComparer.Ordinal);
    }

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        var bytes = new byte[entry.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static async Task<string[]> FaultsAsync(JsonNode manifest)
    {
        var schema = await JsonSchema.FromJsonAsync(await File.ReadAllTextAsync(Repository.SharedFile("specs/teams-manifest.schema.json"), TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        return [.. schema.Validate(manifest.ToJsonString()).Select(error => error.ToString())];
    }
}
