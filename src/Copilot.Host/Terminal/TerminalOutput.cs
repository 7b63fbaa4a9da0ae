using System.Globalization;
using Spectre.Console;

namespace Copilot.Host.Terminal;

/// <summary>What is written where there is no window: a pipe or a file takes no colours, and its lines are as wide as said.</summary>
internal static class TerminalOutput
{
    private const int WithoutWindow = 140;

    /// <summary>Without a window: plain text, as wide as the COLUMNS variable says, else as most tables need.</summary>
    public static void Fit()
    {
        if (Console.IsOutputRedirected)
        {
            var wanted = Environment.GetEnvironmentVariable("COLUMNS");
            AnsiConsole.Profile.Capabilities.Ansi = false;
            AnsiConsole.Profile.Capabilities.ColorSystem = ColorSystem.NoColors;
            AnsiConsole.Profile.Width = int.TryParse(wanted, NumberStyles.None, CultureInfo.InvariantCulture, out var columns) && columns is >= 40 and <= 1000 ? columns : WithoutWindow;
        }
    }
}
