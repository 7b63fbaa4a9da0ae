using Copilot.Core;
using Microsoft.Extensions.Configuration;

namespace Copilot.Bot;

/// <summary>How much one person may ask for, and how long it is kept: settings <c>Copilot:Bot:TurnsPerMinute</c> and so on.</summary>
internal sealed record BotLimits
{
    /// <summary>Messages of one person in a minute; 0 for any number.</summary>
    public int TurnsPerMinute { get; init; } = 60;

    /// <summary>Size of the files of one message; 0 takes none.</summary>
    public int UploadMegabytes { get; init; } = 10;

    /// <summary>Days for which conversations are kept; 0 for ever.</summary>
    public int KeepDays { get; init; } = 365;

    /// <summary>Reads and checks them.</summary>
    public static Result<BotLimits> Read(IConfiguration section)
    {
        var limits = new BotLimits();
        foreach (var (name, most, set) in new (string, int, Action<int>)[]
        {
            (nameof(TurnsPerMinute), 100_000, value => limits = limits with { TurnsPerMinute = value }),
            (nameof(UploadMegabytes), 100, value => limits = limits with { UploadMegabytes = value }),
            (nameof(KeepDays), 36_500, value => limits = limits with { KeepDays = value }),
        })
        {
            if (section[name] is not { Length: > 0 } text)
            {
                continue;
            }

            if (!int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var value) || value > most)
            {
                return new Fault("BT-040", $"Copilot:Bot:{name} is \"{text}\". It is a whole number from 0 to {most}.");
            }

            set(value);
        }

        return limits;
    }
}
