namespace Copilot.Conversation;

/// <summary>What a number counts, by the words beside it.</summary>
internal enum NumberUnit
{
    /// <summary>Nothing said.</summary>
    None,

    /// <summary>Days; weeks and months are turned into days.</summary>
    Days,

    /// <summary>Pieces of a product.</summary>
    Pieces,

    /// <summary>Percent.</summary>
    Percent,
}

/// <summary>A number of a sentence.</summary>
/// <param name="First">First token, a currency sign before it included.</param>
/// <param name="End">The token after the last, unit and currency included.</param>
/// <param name="Value">The number; days where the unit is days.</param>
/// <param name="Currency">The currency named with it.</param>
/// <param name="Unit">What it counts.</param>
/// <param name="Scaled">Whether it was written with "k", "Mio" or decimals, as amounts are.</param>
internal sealed record NumberMention(int First, int End, decimal Value, string? Currency, NumberUnit Unit, bool Scaled)
{
    /// <summary>Whether it reads as money.</summary>
    public bool IsMoney => Currency is not null || (Scaled && Unit == NumberUnit.None);

    /// <summary>Whether it is a whole number that an int holds.</summary>
    public bool IsWhole => Value == decimal.Truncate(Value) && Value is >= 0 and <= int.MaxValue;
}
