namespace Copilot.Bot;

/// <summary>
/// How much a card shows. Channels take cards of about 28 KB, so a card is made at the first level that fits; what a level leaves away is counted on the
/// card and can be had by a button. The last level is small whatever the data are.
/// </summary>
internal sealed record CardLevel
{
    /// <summary>From the fullest to the smallest; the explanation gives way first, then rows, then long texts.</summary>
    public static IReadOnlyList<CardLevel> All { get; } = Make();

    /// <summary>Records named under a step of the explanation.</summary>
    public required int BridgeRows { get; init; }

    /// <summary>Steps of the explanation on the card of an answer; 0 puts it behind a button.</summary>
    public required int Steps { get; init; }

    /// <summary>Rows of each table.</summary>
    public required int Rows { get; init; }

    /// <summary>Columns of a table.</summary>
    public int Columns { get; init; } = 5;

    /// <summary>Characters of a cell, a fact or a label.</summary>
    public int Cell { get; init; } = 120;

    /// <summary>Characters of a sentence.</summary>
    public int Sentence { get; init; } = 1_200;

    /// <summary>Sentences, tables and charts.</summary>
    public int Blocks { get; init; } = 24;

    /// <summary>Named figures and texts.</summary>
    public int Facts { get; init; } = 24;

    /// <summary>Points of a chart.</summary>
    public int Points { get; init; } = 36;

    /// <summary>Choices and next questions.</summary>
    public int Buttons { get; init; } = 10;

    /// <summary>Characters of a sentence that a button sends: cut, it would be another question.</summary>
    public int Command { get; init; } = 400;

    private static CardLevel[] Make()
    {
        var full = new CardLevel { BridgeRows = 8, Steps = 12, Rows = 25 };
        var fewRecords = full with { BridgeRows = 3 };
        var fewSteps = fewRecords with { Steps = 6, BridgeRows = 1 };
        var tenRows = fewSteps with { Steps = 4, Rows = 10 };
        var sixRows = tenRows with { Rows = 6, Cell = 80 };
        var onRequest = sixRows with { Steps = 0, Rows = 10, Cell = 80 };
        var calm = onRequest with { Rows = 5, Cell = 60, Sentence = 500, Facts = 12, Points = 12, Buttons = 5, Blocks = 12, Command = 250 };
        var tight = calm with { Rows = 3, Columns = 4, Cell = 40, Sentence = 250, Facts = 6, Points = 6, Buttons = 3, Blocks = 6, Command = 120 };
        var least = tight with { Rows = 1, Columns = 2, Cell = 24, Sentence = 150, Facts = 4, Points = 0, Buttons = 2, Blocks = 3, Command = 100 };
        return [full, fewRecords, fewSteps, tenRows, sixRows, onRequest, calm, tight, least];
    }
}
