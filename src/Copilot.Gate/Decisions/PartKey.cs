using Copilot.Core;

namespace Copilot.Gate;

/// <summary>
/// Which part of a proposal an effect is, whatever its place: what is done to which records. Of parts that are alike in this, the first of two is another
/// part than the only one.
/// </summary>
/// <param name="Kind">The canonical word of what is done.</param>
/// <param name="About">To what.</param>
/// <param name="Nth">The how-manieth of those alike, from 0.</param>
/// <param name="Alike">How many are alike.</param>
internal sealed record PartKey(string Kind, string About, int Nth, int Alike)
{
    /// <summary>The keys of a proposal's parts, in their order.</summary>
    public static IReadOnlyList<PartKey> Of(Proposal proposal)
    {
        var named = proposal.Effects.Select(effect => (Kind: EffectJson.KindOf(effect), About: AboutOf(effect))).ToArray();
        return [.. named.Select((part, index) => new PartKey(part.Kind, part.About, named.Take(index).Count(other => other == part), named.Count(other => other == part)))];
    }

    // a mail is to whom it is to: the invoices it lists are what may have changed
    private static string AboutOf(Effect effect) => effect switch
    {
        SendMail mail => $"{Of(mail.Customer)} {Words.Of(mail.Purpose)}",
        LogCall call => Of(call.Customer),
        RecordPromise promise => $"{Of(promise.Customer)} {promise.Most.Currency.Code}",
        _ => string.Join(' ', effect.Targets().Select(Of)),
    };

    private static string Of(Target target) => $"{Words.Of(target.Kind)} {target.Key}";
}
