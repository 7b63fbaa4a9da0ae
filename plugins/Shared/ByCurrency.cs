using System.Linq.Expressions;
using Copilot.Core;

namespace Copilot.Plugins.Shared;

/// <summary>
/// A number for each currency, usable inside a query: amounts of mixed currencies are then compared and sorted in the database.
/// The numbers become query parameters, so that a new day's rates meet a query that is already compiled.
/// </summary>
internal static class ByCurrency
{
    /// <summary>The expression "currency of the row → its number", with <paramref name="otherwise"/> for a currency that has none.</summary>
    public static Expression<Func<T, TNumber>> Choose<T, TNumber>(Expression<Func<T, CurrencyCode>> currency, IReadOnlyList<KeyValuePair<CurrencyCode, TNumber>> numbers, TNumber otherwise)
    {
        Expression result = Parameter(otherwise);
        foreach (var (code, number) in numbers.OrderByDescending(pair => pair.Key.Code, StringComparer.Ordinal))
        {
            result = Expression.Condition(Expression.Equal(currency.Body, Parameter(code)), Parameter(number), result);
        }

        return Expression.Lambda<Func<T, TNumber>>(result, currency.Parameters);
    }

    /// <summary>Base-currency value of one minor unit of each currency that has a rate: fit for sorting, not for sums.</summary>
    public static IReadOnlyList<KeyValuePair<CurrencyCode, double>> Weights(RateTable rates, IEnumerable<CurrencyCode> currencies) =>
    [
        .. currencies.Distinct()
            .Select(currency => (currency, rate: rates.Find(currency)?.Rate))
            .Where(pair => pair.rate is not null)
            .Select(pair => KeyValuePair.Create(pair.currency, (double)(pair.rate!.Value / pair.currency.MinorPerMajor))),
    ];

    // member access on a constant: what a captured variable looks like to the query compiler
    private static MemberExpression Parameter<TValue>(TValue value) => Expression.Property(Expression.Constant(new Holder<TValue>(value)), nameof(Holder<>.Value));

    private sealed record Holder<TValue>(TValue Value);
}
