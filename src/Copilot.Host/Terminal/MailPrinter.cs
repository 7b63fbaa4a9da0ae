using Copilot.Gate;
using Spectre.Console;

namespace Copilot.Host.Terminal;

/// <summary>A mail's text as its reader will see it: tables as tables, without stars and backslashes, every word of it.</summary>
internal static class MailPrinter
{
    private const int Indent = 5;

    /// <summary>Prints it, set in and behind a rule.</summary>
    public static void Print(IAnsiConsole console, string body)
    {
        foreach (var part in MailParts.Of(body))
        {
            switch (part)
            {
                case MailLine line:
                    console.MarkupLine($"     [grey]│[/] {Styled(line.Seen)}");
                    break;
                case MailTable table:
                    console.Write(new Padder(Grid(table), new Padding(Indent, 0, 0, 0)));
                    break;
                default:
                    throw new InvalidOperationException($"{part.GetType().Name} cannot be printed.");
            }
        }
    }

    private static Table Grid(MailTable mail)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var (heading, right) in mail.Rows[0].Zip(mail.RightAligned))
        {
            var column = new TableColumn(Styled(heading with { Bold = true }));
            table.AddColumn(right ? column.RightAligned() : column);
        }

        foreach (var row in mail.Rows.Skip(1))
        {
            table.AddRow([.. row.Select(Styled)]);
        }

        return table;
    }

    private static string Styled(SeenText seen) => seen is { Bold: true, Text.Length: > 0 } ? $"[bold]{Markup.Escape(seen.Text)}[/]" : Markup.Escape(seen.Text);
}
