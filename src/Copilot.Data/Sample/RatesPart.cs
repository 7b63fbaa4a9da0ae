using Copilot.Core;

namespace Copilot.Data.Sample;

/// <summary>Reference rates of each working day: a walk that is drawn back to its usual level.</summary>
internal static class RatesPart
{
    private static readonly (string Currency, double Usual)[] Levels = [("GBP", 1.162), ("USD", 0.872), ("CHF", 1.058), ("PLN", 0.2345)];

    public static void Add(SampleWorld world)
    {
        var rates = world.Records.ExchangeRates;
        foreach (var (currency, usual) in Levels)
        {
            var dice = new Dice($"rate {currency}");
            var away = 0.0;
            for (var day = world.Start.AddMonths(-1).WorkdayFrom(); day < world.Day; day = day.AddWorkdays(1))
            {
                away = (away * 0.985) + (dice.Normal() * 0.0035);
                rates.Add(new ExchangeRate
                {
                    Id = rates.NextId(), Day = day, Currency = CurrencyCode.Of(currency), BasePerUnit = decimal.Round((decimal)(usual * (1 + away)), 6),
                });
            }
        }
    }
}
