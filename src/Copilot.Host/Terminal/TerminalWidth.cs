using System.Globalization;
using Spectre.Console;

namespace Copilot.Host.Terminal;

/// <summary>How wide lines may be where no window says so, in a pipe or a file; escape codes have no place there.</summary>
internal static class TerminalWidth
{
    private const int WithoutWindow = 140;

    /// <summary>Takes the window's width, else that of the COLUMNS variable, else one that most tables fit.</summary>
    public static void Set()
    {
        if (Console.IsOutputRedirected)
        {
            // the variables speak of the terminal that the program was started in
            AnsiConsole.Profile.Capabilities.Ansi = false;
            var wanted = Environment.GetEnvironmentVariable("COLUMNS");
            AnsiConsole.Profile.Width = int.TryParse(wanted, NumberStyles.None, CultureInfo.InvariantCulture, out var columns) && columns is >= 40 and <= 1000 ? columns : WithoutWindow;
        }
    }
}
