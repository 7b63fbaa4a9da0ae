namespace Copilot.Bot;

/// <summary>The parts of an answer's card.</summary>
internal enum CardPart
{
    /// <summary>A sentence, named figures, a table or a chart.</summary>
    Block,

    /// <summary>Where the answer comes from.</summary>
    Sources,

    /// <summary>A step of the explanation.</summary>
    Step,

    /// <summary>The records that the answer rests on as a whole.</summary>
    Evidence,

    /// <summary>The next questions.</summary>
    Asks,
}
