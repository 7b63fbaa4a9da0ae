using Copilot.Core;
using Copilot.Data;

namespace Copilot.Gate;

/// <summary>A field that a person corrected.</summary>
/// <param name="Part">In which part.</param>
/// <param name="Field">Its key.</param>
/// <param name="Label">Its name.</param>
/// <param name="Drafted">What the function wrote there.</param>
/// <param name="Corrected">What the person put in its place.</param>
internal sealed record Correction(PartKey Part, string Field, string Label, string Drafted, string Corrected);

/// <summary>What people corrected in a proposal since its function drafted it: read from the proposals in whose place it came.</summary>
internal static class Corrections
{
    /// <summary>The corrections that stand in a proposal, in the order of its parts.</summary>
    public static async Task<IReadOnlyList<Correction>> OfAsync(CopilotContext context, ProposalRow row, CancellationToken cancellationToken)
    {
        var line = new Stack<Proposal>();
        for (ProposalRow? at = row; at is not null; at = at.Supersedes is { } old ? await SealedProposals.FindAsync(context, old, cancellationToken) : null)
        {
            line.Push(EffectJson.Read(at.Payload));
        }

        return Of([.. line]);
    }

    /// <summary>The same, of proposals each of which came in the place of the one before.</summary>
    internal static IReadOnlyList<Correction> Of(IReadOnlyList<Proposal> line)
    {
        var found = new Dictionary<(PartKey Part, string Field), Correction>();
        foreach (var (before, after) in line.Zip(line.Skip(1)))
        {
            var (then, now) = (Fields(before), Fields(after));
            foreach (var (place, field) in now)
            {
                Follow(found, place, field, then.GetValueOrDefault(place)?.Value, Ground(before) == Ground(after));
            }

            foreach (var gone in found.Keys.Where(place => !now.ContainsKey(place)).ToArray())
            {
                found.Remove(gone);
            }
        }

        var order = line.Count == 0 ? [] : Fields(line[^1]).Keys.ToArray();
        return [.. order.Where(found.ContainsKey).Select(place => found[place])];
    }

    // a person corrects on the same ground; on another one the function drafted anew, and what was corrected stands there only where it was taken over
    private static void Follow(Dictionary<(PartKey Part, string Field), Correction> found, (PartKey Part, string Field) place, EditField field, string? before, bool sameGround)
    {
        var known = found.GetValueOrDefault(place);
        if (!sameGround)
        {
            if (known is not null && known.Corrected != field.Value)
            {
                found.Remove(place);
            }
        }
        else if (before is not null && before != field.Value)
        {
            var drafted = known?.Drafted ?? before;
            found[place] = new Correction(place.Part, place.Field, field.Label, drafted, field.Value);
            if (drafted == field.Value)
            {
                found.Remove(place);
            }
        }
    }

    private static Dictionary<(PartKey Part, string Field), EditField> Fields(Proposal proposal) =>
        PartKey.Of(proposal).Zip(proposal.Effects).SelectMany(part => part.Second.Fields().Select(field => (Place: (part.First, field.Key), Field: field))).ToDictionary(field => field.Place, field => field.Field);

    // the facts and the records' versions that a draft was made from: a correction leaves them as they are
    private static string Ground(Proposal proposal) =>
        string.Join('\n', proposal.Basis.Select(basis => $"{basis.Query}\t{basis.Arguments}\t{basis.Sha256}").Concat(proposal.Effects.SelectMany(effect => effect.Targets()).Select(target => $"{target.Kind} {target.Key} {target.Version}")));
}
