using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Copilot.Tests.Support;

namespace Copilot.Tests.Page;

/// <summary>The page's libraries are exactly what their list says, each with its licence beside it.</summary>
public sealed partial class LibrariesOfThePage
{
    private static readonly string Page = Path.Combine(Repository.Root, "src", "Copilot.Host", "wwwroot");
    private static readonly string Folder = Path.Combine(Page, "lib");

    [Fact]
    public void EveryFile_Hashed_IsTheOneOfTheList()
    {
        var listed = Listed();
        Assert.Equal(8, listed.Count);

        foreach (var (file, hash) in listed)
        {
            Assert.True(hash == Hash(File.ReadAllBytes(Path.Combine(Folder, file))), $"lib/{file} is not the file that lib/README.md names.");
        }
    }

    [Fact]
    public void FilesOfTheFolder_Compared_AreAllListed()
    {
        var there = Directory.EnumerateFiles(Folder).Select(path => Path.GetFileName(path)).Where(name => name is not ("README.md" or ".gitattributes"));
        Assert.Equal(Listed().Keys.Order(StringComparer.Ordinal), there.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("webchat.js", "webchat.LICENSE.txt")]
    [InlineData("adaptivecards.min.js", "adaptivecards.LICENSE.txt")]
    [InlineData("chart.umd.min.js", "chart.LICENSE.txt")]
    public void Library_Licence_StandsBesideIt(string library, string licence)
    {
        Assert.True(File.Exists(Path.Combine(Folder, library)));
        Assert.Contains("Permission is hereby granted, free of charge", File.ReadAllText(Path.Combine(Folder, licence)), StringComparison.Ordinal);
        Assert.Contains($"| {library} |", File.ReadAllText(Path.Combine(Folder, "README.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void ChangedFile_Hashed_IsNoticed()
    {
        var (file, hash) = Listed().First();
        var changed = File.ReadAllBytes(Path.Combine(Folder, file));
        changed[^1] ^= 1;
        Assert.NotEqual(hash, Hash(changed));
    }

    [Fact]
    public void OwnFiles_Read_NameNoOtherHostAndStaySmall()
    {
        var own = Directory.EnumerateFiles(Page, "*", SearchOption.AllDirectories)
            .Where(path => Path.GetDirectoryName(path) != Folder && Path.GetExtension(path) is (".html" or ".css" or ".js" or ".svg")).ToArray();
        Assert.True(own.Length >= 15);

        foreach (var path in own)
        {
            var text = File.ReadAllText(path).Replace("http://www.w3.org/2000/svg", "", StringComparison.Ordinal);
            Assert.False(Elsewhere().IsMatch(text), $"{path} names another host.");
            Assert.True(File.ReadLines(path).Count() < 150, $"{path} has 150 lines or more.");
        }
    }

    [Fact]
    public void InlineScriptOrStyle_InThePage_IsAbsent()
    {
        // the policy refuses both, so that what a message contains can never run
        var html = File.ReadAllText(Path.Combine(Page, "index.html"));
        Assert.Contains("{{nonce}}", html, StringComparison.Ordinal);
        Assert.DoesNotMatch(Inline(), html);
    }

    private static Dictionary<string, string> Listed() => Row().Matches(File.ReadAllText(Path.Combine(Folder, "README.md")))
        .ToDictionary(row => row.Groups["file"].Value, row => row.Groups["hash"].Value, StringComparer.Ordinal);

    private static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    [GeneratedRegex(@"^\| (?<file>[\w.]+) \|.*\| (?<hash>[0-9a-f]{64}) \|\r?$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Row();

    [GeneratedRegex(@"(https?:|wss?:)?//[\w-]+\.[a-z]{2,}", RegexOptions.None, 1000)]
    private static partial Regex Elsewhere();

    [GeneratedRegex(@"<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Inline();
}
