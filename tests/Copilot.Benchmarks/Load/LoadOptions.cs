using System.Globalization;

namespace Copilot.Benchmarks.Load;

/// <summary>How <c>load</c> is run.</summary>
/// <param name="Seconds">How long each line of the table is measured; as long again it is warmed up.</param>
/// <param name="Minutes">How long memory is watched instead; none for the table.</param>
/// <param name="Rate">Questions a second while memory is watched.</param>
/// <param name="Only">The one server to measure, to look closer at it; all of them where none.</param>
internal sealed record LoadOptions(double Seconds, double? Minutes, double Rate, ServerKind? Only = null)
{
    /// <summary>The word that starts it.</summary>
    public const string Word = "load";

    private const string Usage = "load [--seconds N] [--only Commit|SharedCommit|Echo|Host] [--minutes N [--rate N]]";

    /// <summary>From the command line; nothing where it cannot be read.</summary>
    public static LoadOptions? Parse(ReadOnlySpan<string> arguments)
    {
        var options = new LoadOptions(6, null, 10);
        for (var i = 0; i < arguments.Length; i += 2)
        {
            if (arguments[i] == "--only" && i + 1 < arguments.Length && Enum.TryParse<ServerKind>(arguments[i + 1], out var only))
            {
                options = options with { Only = only };
                continue;
            }

            if (i + 1 == arguments.Length || !double.TryParse(arguments[i + 1], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || number <= 0)
            {
                Console.Error.WriteLine(Usage);
                return null;
            }

            switch (arguments[i])
            {
                case "--seconds":
                    options = options with { Seconds = number };
                    break;
                case "--minutes":
                    options = options with { Minutes = number };
                    break;
                case "--rate":
                    options = options with { Rate = number };
                    break;
                default:
                    Console.Error.WriteLine(Usage);
                    return null;
            }
        }

        return options;
    }
}
