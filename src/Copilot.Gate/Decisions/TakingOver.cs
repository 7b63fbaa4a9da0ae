using Copilot.Core;
using Copilot.Data;

namespace Copilot.Gate;

/// <summary>A fresh draft with what people had corrected in the one before.</summary>
/// <param name="Proposal">It, with remarks that say what was taken over and what was not.</param>
/// <param name="Words">The same in half a sentence that begins with a comma; empty where nothing had been corrected.</param>
internal sealed record TakenOver(Proposal Proposal, string Words);

/// <summary>
/// Puts the corrections of a proposal into the fresh draft that takes its place. A correction of something that the draft itself says otherwise now is
/// not put in: it may be about figures that are stale. What is not taken over is said, with what it was.
/// </summary>
internal sealed class TakingOver(CompanyStore store, PolicyBook policy, DateOnly today)
{
    private const int LongestQuote = 500;

    /// <summary>Puts them in.</summary>
    /// <param name="fresh">The draft.</param>
    /// <param name="corrections">What people had corrected.</param>
    /// <param name="from">The number of the proposal that the draft takes the place of.</param>
    /// <param name="cancellationToken">Ends the looking.</param>
    public async Task<TakenOver> IntoAsync(Proposal fresh, IReadOnlyList<Correction> corrections, string from, CancellationToken cancellationToken)
    {
        var (keys, effects) = (PartKey.Of(fresh).ToList(), fresh.Effects.ToArray());
        var (taken, left, remarks) = (new List<string>(), new List<string>(), new List<Remark>());
        foreach (var correction in corrections)
        {
            var at = keys.IndexOf(correction.Part);
            var name = at >= 0 && effects.Length > 1 ? $"{correction.Label} of part {at + 1}" : correction.Label;
            var result = at < 0 ? GateFaults.PartGone() : await PutAsync(effects[at], correction, cancellationToken);
            if (result.Ok)
            {
                effects[at] = result.Value;
                taken.Add(name);
                continue;
            }

            left.Add(name);
            remarks.Add(new Remark($"Not taken over from {from}: {name}. {result.Fault.Message} It had been corrected to “{Quote(correction.Corrected, from)}”.", Tone.Warning));
        }

        if (taken.Count > 0)
        {
            remarks.Insert(0, new Remark($"Corrected in {from} and taken over: {string.Join(", ", taken)}."));
        }

        return new TakenOver(fresh with { Effects = effects, Remarks = [.. fresh.Remarks, .. remarks] }, Said(from, taken, left));
    }

    private async Task<Result<Effect>> PutAsync(Effect effect, Correction correction, CancellationToken cancellationToken)
    {
        var drafted = effect.Fields().FirstOrDefault(field => field.Key == correction.Field);
        if (drafted?.Value == correction.Corrected)
        {
            return effect;
        }

        if (drafted?.Value != correction.Drafted)
        {
            return GateFaults.DraftedAnew();
        }

        var corrected = effect.With(correction.Field, correction.Corrected);
        return !corrected.Ok ? corrected
            : corrected.Value.Outdated(today) is { } outdated ? outdated
            : await Recipients.CheckAsync(store, policy, [corrected.Value], cancellationToken) is { } unknown ? unknown
            : corrected;
    }

    private static string Quote(string text, string from) => text.Length <= LongestQuote ? text : $"{text[..LongestQuote]}… (all of it: show {from})";

    private static string Said(string from, List<string> taken, List<string> left) =>
        left.Count > 0 ? $", without these corrections of {from}: {string.Join(", ", left)}"
        : taken.Count > 0 ? $", with the corrections of {from}"
        : "";
}
