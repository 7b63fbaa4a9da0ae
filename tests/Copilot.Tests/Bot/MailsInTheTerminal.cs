using Copilot.Host.Terminal;
using Spectre.Console;

namespace Copilot.Tests.Bot;

/// <summary>A mail in the terminal reads as its reader will see it.</summary>
public sealed class MailsInTheTerminal
{
    [Fact]
    public void TableAndBold_InTheTerminal_StandWithoutTheSignsThatFormatThem()
    {
        var lines = Printed("Dear Ann\n\n| Invoice | Note | Amount |\n|:---|:---|---:|\n| INV-1 | Maple \\| Main \\*old\\* | GBP 1.00 |\n| **Total** | | **GBP 210.00** |\n\n**Please pay** [now]\n- INV-1").Split('\n');

        Assert.DoesNotContain(lines, line => line.Contains("**", StringComparison.Ordinal) || line.Contains('\\', StringComparison.Ordinal) || line.Contains(":---", StringComparison.Ordinal));
        Assert.Single(lines, line => line.Contains("INV-1", StringComparison.Ordinal) && line.Contains("Maple | Main *old*", StringComparison.Ordinal) && line.Contains("GBP 1.00", StringComparison.Ordinal));
        var (one, total) = (Array.Find(lines, line => line.Contains("GBP 1.00", StringComparison.Ordinal))!, Array.Find(lines, line => line.Contains("Total", StringComparison.Ordinal))!);
        Assert.Equal(one.IndexOf("1.00", StringComparison.Ordinal) + 4, total.IndexOf("210.00", StringComparison.Ordinal) + 6);
        Assert.Contains(lines, line => line.EndsWith("Please pay [now]", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.EndsWith("│ Dear Ann", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("| Invoice | Amount |\n| INV-1 | GBP 1.00 |")]
    [InlineData("| A | B |\n|---|---|\n| only one |")]
    [InlineData("2 * 3 * 4 stays")]
    public void LinesThatMakeNoTableOrBold_InTheTerminal_StandAsTheyWereWritten(string body) =>
        Assert.Equal(body.Split('\n').Select(line => $"     │ {line}"), Printed(body).TrimEnd().Split('\n').Select(line => line.TrimEnd()));

    [Fact]
    public void LongCells_InANarrowTerminal_KeepEveryWord()
    {
        var words = Enumerable.Range(1, 40).Select(n => $"word{n}").ToList();
        var text = Printed($"| A | B |\n|---|---|\n| {string.Join(' ', words)} | x |", 60);

        Assert.All(words, word => Assert.Contains(word, text, StringComparison.Ordinal));
    }

    private static string Printed(string body, int width = 120)
    {
        using var text = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(text), Ansi = AnsiSupport.No });
        console.Profile.Width = width;
        MailPrinter.Print(console, body);
        return text.ToString().ReplaceLineEndings("\n");
    }
}
