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

    /// <summary>The expression "amount of the row × the weight of its currency"; a currency without a weight counts nought.</summary>
    public static Expression<Func<T, double>> Weighted<T>(Expression<Func<T, double>> amount, Expression<Func<T, CurrencyCode>> currency, IReadOnlyList<KeyValuePair<CurrencyCode, double>> weights)
    {
        var row = amount.Parameters[0];
        var weight = new Swap(currency.Parameters[0], row).Visit(Choose(currency, weights, 0d).Body);
        return Expression.Lambda<Func<T, double>>(Expression.Multiply(amount.Body, weight), row);
    }

    /// <summary>The expression "amount of the row ≥ the threshold of its currency"; a currency without a threshold never reaches it.</summary>
    public static Expression<Func<T, bool>> AtLeast<T>(Expression<Func<T, long>> amount, Expression<Func<T, CurrencyCode>> currency, IReadOnlyList<KeyValuePair<CurrencyCode, long>> thresholds)
    {
        var row = amount.Parameters[0];
        var threshold = new Swap(currency.Parameters[0], row).Visit(Choose(currency, thresholds, long.MaxValue).Body);
        return Expression.Lambda<Func<T, bool>>(Expression.GreaterThanOrEqual(amount.Body, threshold), row);
    }

    /// <summary>
    /// An amount as a threshold in every currency that has a rate: converted, and rounded up to the minor unit, so that only what reaches it passes.
    /// Nothing when the amount's own currency has no rate.
    /// </summary>
    public static IReadOnlyList<KeyValuePair<CurrencyCode, long>>? Thresholds(RateTable rates, decimal amount, CurrencyCode currency) => rates.Find(currency) is not { } own
        ? null
        :
        [
            .. rates.Currencies.Select(target => (target, rate: rates.Find(target)))
                .Where(pair => pair.rate is not null)
                .Select(pair => KeyValuePair.Create(pair.target, decimal.ToInt64(decimal.Ceiling(amount * (pair.target == currency ? 1 : own.Rate / pair.rate!.Value.Rate) * pair.target.MinorPerMajor)))),
        ];

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

    private sealed class Swap(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
