namespace Copilot.Conversation;

/// <summary>What a token is made of.</summary>
internal enum TokenKind
{
    /// <summary>Letters.</summary>
    Word,

    /// <summary>Digits.</summary>
    Number,

    /// <summary>One other character.</summary>
    Mark,
}

/// <summary>A run of letters, a run of digits or one mark of a sentence.</summary>
/// <param name="Kind">What it is made of.</param>
/// <param name="Start">First character in the cleaned sentence.</param>
/// <param name="Length">Characters.</param>
/// <param name="Text">Folded: no case, no accents.</param>
/// <param name="Glued">Whether nothing stands between it and the token before.</param>
/// <param name="Capital">Whether it begins with a capital letter.</param>
internal readonly record struct Token(TokenKind Kind, int Start, int Length, string Text, bool Glued, bool Capital)
{
    /// <summary>The character after the last.</summary>
    public int End => Start + Length;

    /// <summary>Whether it is this mark.</summary>
    public bool Is(char mark) => Kind == TokenKind.Mark && Text[0] == mark;
}
