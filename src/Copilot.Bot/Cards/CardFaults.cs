using Copilot.Core;

namespace Copilot.Bot;

/// <summary>What can be wrong with what a card's button sent.</summary>
internal static class CardFaults
{
    /// <summary>Not a command at all.</summary>
    public static Fault NotACommand { get; } = new("BT-051", "That button sent nothing I can read. Type the question instead.");

    /// <summary>A command of another version, or of nobody's.</summary>
    public static Fault UnknownCommand { get; } = new("BT-052", "I do not know what that button asks for; the card may be from an older version. Type the question instead.");

    /// <summary>A part of the command is missing, of the wrong type or beyond its limits.</summary>
    public static Fault BadField(string name) => new("BT-053", $"That button's \"{name}\" is missing or not usable. Type the question instead.");
}
