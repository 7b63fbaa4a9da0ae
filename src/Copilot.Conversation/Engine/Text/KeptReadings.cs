using System.Collections.Concurrent;
using Copilot.Core;

namespace Copilot.Conversation;

/// <summary>
/// The last sentences with the tools they rank: what stands on buttons is sent again and again, by everybody. What a sentence follows is no part of it.
/// </summary>
internal sealed class KeptReadings
{
    private const int Most = 64;
    private const int Longest = 200;

    private readonly ConcurrentDictionary<(string Text, DateOnly Today, FiscalCalendar Fiscal, Language Otherwise), (SentenceReading, IReadOnlyList<RankedTool>)> _kept = new();

    /// <summary>The sentence as it was read before; read now where it was not.</summary>
    /// <param name="text">The sentence.</param>
    /// <param name="frame">What its times are read by.</param>
    /// <param name="otherwise">Its language where it does not tell.</param>
    /// <param name="read">Reads it.</param>
    public (SentenceReading Reading, IReadOnlyList<RankedTool> Ranked) Of(string text, TimeFrame frame, Language otherwise, Func<(SentenceReading, IReadOnlyList<RankedTool>)> read)
    {
        var key = (text, frame.Today, frame.Fiscal, otherwise);
        if (_kept.TryGetValue(key, out var kept))
        {
            return kept;
        }

        var made = read();
        if (text.Length <= Longest)
        {
            if (_kept.Count >= Most)
            {
                _kept.Clear();
            }

            _kept[key] = made;
        }

        return made;
    }
}
