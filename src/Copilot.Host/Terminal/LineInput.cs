using Spectre.Console;

namespace Copilot.Host.Terminal;

/// <summary>Reads lines from a person or a pipe and remembers them.</summary>
internal sealed class LineInput(IAnsiConsole console)
{
    private readonly List<string> _lines = [];

    /// <summary>The next line that is not blank; nothing at the end of the input.</summary>
    public string? Read()
    {
        while (true)
        {
            console.Markup("[bold green]>[/] ");
            if (Console.In.ReadLine() is not { } line)
            {
                return null;
            }

            var text = line.Trim();
            if (text.Length > 0)
            {
                _lines.Add(text);
                return text;
            }
        }
    }

    /// <summary>Prints the lines so far, oldest first.</summary>
    public void PrintHistory()
    {
        foreach (var (index, line) in _lines.Index())
        {
            console.MarkupLine($"[grey]{index + 1,3}[/] {Markup.Escape(line)}");
        }
    }
}
