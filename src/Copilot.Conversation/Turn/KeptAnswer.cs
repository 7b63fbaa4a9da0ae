using System.Collections.Concurrent;
using Copilot.Core;

namespace Copilot.Conversation;

/// <summary>
/// An answer that would come out the same if its question was asked again now. A door keeps here what it made of the answer (a card), so that
/// neither is made again while the records stay as they are.
/// </summary>
internal sealed class KeptAnswer
{
    /// <summary>Keeps an answer that was given at that stamp of the clock.</summary>
    public KeptAnswer(Answer answer, long since) => (Answer, Since) = (Bare(answer), since);

    /// <summary>What doors made of the answer, each under a key of its own, in UTF-8.</summary>
    public ConcurrentDictionary<object, ReadOnlyMemory<byte>> Shown { get; } = [];

    /// <summary>The answer's texts and rows without their bridges and exports: those read their rows in the session of the turn that first answered.</summary>
    public Answer Answer { get; }

    /// <summary>The clock's stamp when it was answered.</summary>
    public long Since { get; }

    private static Answer Bare(Answer answer) => answer with
    {
        Blocks = [.. answer.Blocks.Select(block => block switch
        {
            FactsBlock facts => new FactsBlock([.. facts.Facts.Select(fact => new Fact(fact.Label, fact.Figure?.Value.ToString() ?? fact.Text ?? ""))]),
            TableBlock table => table with { All = null },
            _ => block,
        })],
    };
}
