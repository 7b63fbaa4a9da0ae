using Copilot.Core;
using Copilot.Data;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Gate;

/// <summary>What effects weigh against the policy's limits: their money in the base currency at the day's rate.</summary>
internal static class EffectWeight
{
    /// <summary>The rows of effects, not stored yet.</summary>
    public static async Task<IReadOnlyList<ProposalEffectRow>> OfAsync(CompanyStore store, IReadOnlyList<Effect> effects, DateOnly day, CancellationToken cancellationToken)
    {
        await using var context = store.Company();
        var target = await context.Companies.AsNoTracking().OrderBy(row => row.Id).Select(row => row.BaseCurrency).FirstAsync(cancellationToken);
        var first = RateTable.Oldest(day);
        var rates = new RateTable(target, day, await context.ExchangeRates.AsNoTracking().Where(rate => rate.Day <= day && rate.Day >= first).ToListAsync(cancellationToken));
        return [.. effects.Select((effect, index) =>
        {
            var amount = effect.Amount();
            var inBase = amount is { } money ? rates.Convert(money) : null;
            return new ProposalEffectRow
            {
                Ordinal = index + 1, Kind = EffectJson.KindOf(effect), Rule = Words.Of(effect.Rule()), State = EffectState.Proposed, BaseMinor = inBase?.Minor, Unpriced = amount is not null && inBase is null,
                Subject = string.Join(", ", effect.Targets().Select(record => record.Document).Append(effect.About()).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal).Take(20)),
            };
        })];
    }

    /// <summary>The rule that a row names.</summary>
    public static EffectRule RuleOf(string word) => Words.TryParse<EffectRule>(word, out var rule) ? rule : throw new InvalidOperationException($"There is no rule {word}.");

    /// <summary>A row's weight as the policy reads it.</summary>
    public static WeighedEffect Of(ProposalEffectRow row, CurrencyCode target) => new(
        RuleOf(row.Rule),
        row.Unpriced ? null : new Money(row.BaseMinor ?? 0, target).Major);
}
