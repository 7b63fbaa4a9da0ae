using Copilot.Core;

namespace Copilot.Plugins.Receivables.Rules;

/// <summary>
/// Interest on late payment, as a customer's terms agree it; nought for whoever agreed none, however late. Simple interest, actual days over 365:
/// <c>open × percent ÷ 100 × days past due ÷ 365</c>, in the invoice's currency, each invoice rounded half away from zero to the minor unit; a sum
/// adds the rounded amounts. Units: percent a year, calendar days after the due day (the due day itself counts none), 365 in leap years too. What is
/// disputed and what is in the customer's favour bears none. Source: the terms alone. Directive 2011/7/EU lets parties agree a rate in their contract
/// (article 2, point 5), reckons with simple interest (point 6) and counts from the day after the period for payment (article 3(3)); the rate of the law is never assumed here.
/// </summary>
internal static class LateInterest
{
    private const int DaysOfAYear = 365;

    /// <summary>The interest on what was open for that many days past due.</summary>
    /// <param name="open">What is owed.</param>
    /// <param name="percent">Percent a year; none where the terms agree none.</param>
    /// <param name="daysLate">Calendar days past due; nought or less bears none.</param>
    /// <param name="disputed">Whether a dispute about it is open.</param>
    public static Money On(Money open, decimal? percent, int daysLate, bool disputed)
    {
        if (percent is not > 0 || daysLate <= 0 || open.Minor <= 0 || disputed)
        {
            return Money.Zero(open.Currency);
        }

        // multiplied first: a half is then a half, not a little less
        var minor = open.Minor * percent.Value * daysLate / (100m * DaysOfAYear);
        return new Money(decimal.ToInt64(decimal.Round(minor, 0, MidpointRounding.AwayFromZero)), open.Currency);
    }
}
