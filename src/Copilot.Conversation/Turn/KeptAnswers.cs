using Copilot.Core;

namespace Copilot.Conversation;

/// <summary>
/// The last answers, for questions that are asked again: by the same person, on the same business day, of records that nobody has changed since. What
/// else an answer may be made of (<see cref="BesideRecords"/>) is watched: such an answer is not kept.
/// </summary>
internal sealed class KeptAnswers(TimeProvider time)
{
    private const int Most = 128;

    // a few answers tell the time ("waiting since 3 days"): none may fall behind the clock for long
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private readonly Lock _lock = new();
    private readonly OrderedDictionary<KeptKey, KeptAnswer> _answers = [];
    private long _version;

    /// <summary>The answer to that question; nothing where it would have to be computed.</summary>
    public KeptAnswer? Find(KeptKey key)
    {
        lock (_lock)
        {
            return _answers.TryGetValue(key, out var kept) && time.GetElapsedTime(kept.Since) < Longest ? kept : null;
        }
    }

    /// <summary>Keeps an answer.</summary>
    public KeptAnswer Keep(KeptKey key, Answer answer)
    {
        lock (_lock)
        {
            if (key.Version != _version)
            {
                _answers.Clear();
                _version = key.Version;
            }

            var kept = new KeptAnswer(answer, time.GetTimestamp());
            _answers.Remove(key);
            _answers.Add(key, kept);
            if (_answers.Count > Most)
            {
                _answers.RemoveAt(0);
            }

            return kept;
        }
    }
}

/// <summary>All that a read function's answer depends on.</summary>
/// <param name="Version">The version of the records, read before the answer's session was opened: what is kept is never older than it.</param>
/// <param name="Access">Who asks and what they may see; made anew with each version.</param>
/// <param name="Today">The business day.</param>
/// <param name="Language">The language.</param>
/// <param name="Tool">The function.</param>
/// <param name="Arguments">Its canonical arguments as JSON.</param>
/// <param name="Beside">What is said beside the answer.</param>
internal sealed record KeptKey(long Version, Access Access, DateOnly Today, Language Language, string Tool, string Arguments, string? Beside);

/// <summary>A door that keeps what it makes of answers.</summary>
/// <param name="Answers">Where answers are kept.</param>
/// <param name="Version">The version of the records, read before the session of the turn was opened.</param>
/// <param name="ShownAs">The key under which it keeps it.</param>
/// <param name="Beside">What it will say beside the answer.</param>
internal sealed record KeepingDoor(KeptAnswers Answers, long Version, object ShownAs, string? Beside);
