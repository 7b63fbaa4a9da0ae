using System.Globalization;
using System.Reflection;
using Copilot.Core;

namespace Copilot.Tests.Sample;

public sealed class NumbersAndReferences
{
    public static TheoryData<DateOnly> Days => SampleBooks.Days;

    [Theory]
    [MemberData(nameof(Days))]
    public void DocumentNumbers_OfEachKind_RunWithoutGapsAndFarEnough(DateOnly day)
    {
        var rows = SampleBooks.On(day).Rows;

        Run(rows.Orders.Select(row => row.Number), "SO-", 10001, 10600);
        Run(rows.Invoices.Select(row => row.Number), "INV-", 20001, 21200);
        Run(rows.Payments.Select(row => row.Number), "PAY-", 50001, 50600);
        Run(rows.Shipments.Select(row => row.Number), "SHP-", 60001, 60900);
        Run(rows.Chargebacks.Select(row => row.Number), "CB-", 3001, 3140);
        Run(rows.Opportunities.Select(row => row.Number), "OPP-", 7001, 7300);
        Run(rows.EdiMessages.Select(row => row.Number), "EDI-", 88001, 88400);
        Run(rows.CreditNotes.Select(row => row.Number), "CN-", 40001, 40050);

        static void Run(IEnumerable<string> numbers, string prefix, int first, int atLeast)
        {
            var values = numbers.Select(number => int.Parse(number[prefix.Length..], CultureInfo.InvariantCulture)).ToList();
            Assert.Equal(Enumerable.Range(first, values.Count), values);
            Assert.True(values[^1] >= atLeast, $"{prefix}: {values[^1]} is below {atLeast}");
        }
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void Keys_OfEveryTable_CountFromOneAndEveryReferenceIsThere(DateOnly day)
    {
        var tables = SampleBooks.On(day).Rows.Tables;
        var counts = tables.ToDictionary(table => table.GetType().GetGenericArguments()[0], table => table.Count);

        Assert.Equal(46, counts.Count);
        foreach (var table in tables)
        {
            Assert.NotEmpty(table);
            var type = table.GetType().GetGenericArguments()[0];
            var references = type.GetProperties().Where(property => property.Name != "Id" && TargetOf(property) is not null).ToArray();
            for (var i = 0; i < table.Count; i++)
            {
                Assert.Equal(i + 1, Value(type.GetProperty("Id")!, table[i]));
                Assert.Equal(1, table[i].Version);
                Assert.All(references, reference => Assert.True(Value(reference, table[i]) is null or > 0 && !(Value(reference, table[i]) > counts[TargetOf(reference)!]), $"{type.Name} {i + 1}: {reference.Name}"));
            }
        }

        static Type? TargetOf(PropertyInfo property)
        {
            var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            return type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Id<>) ? type.GetGenericArguments()[0] : null;
        }

        static int? Value(PropertyInfo property, object row) => property.GetValue(row) is { } id ? (int)id.GetType().GetProperty("Value")!.GetValue(id)! : null;
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void PurchaseOrders_OfWholesale_AreOfTheCustomersRangeAndUniqueButForThePlantedOne(DateOnly day)
    {
        var numbers = SampleBooks.On(day).Wholesale.Select(order => order.CustomerPo!).ToList();

        Assert.All(numbers, number => Assert.Matches("^45000[0-9]{5}$", number));
        Assert.Equal(numbers.Count - 1, numbers.Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void Events_OfEveryKind_LieBeforeTheSampleDay(DateOnly day)
    {
        var rows = SampleBooks.On(day).Rows;
        var now = new DateTimeOffset(day.ToDateTime(new TimeOnly(5, 0)), TimeSpan.Zero);

        Assert.All(rows.OrderEvents, entry => Assert.True(entry.At < now, $"{entry.Text} at {entry.At:O}"));
        Assert.All(rows.ShipmentEvents, entry => Assert.True(entry.At < now, $"{entry.Text} at {entry.At:O}"));
        Assert.All(rows.ContactLogs, entry => Assert.True(entry.At < now, $"{entry.Text} at {entry.At:O}"));
        Assert.All(rows.Activities, entry => Assert.True(entry.At < now, $"{entry.Subject} at {entry.At:O}"));
        Assert.All(rows.EdiMessages, entry => Assert.True(entry.At < now, $"{entry.Number} at {entry.At:O}"));
        Assert.All(rows.DataFeeds, entry => Assert.Equal(day, DateOnly.FromDateTime(entry.AsOf.UtcDateTime)));
        Assert.All(rows.Orders.Select(row => row.OrderedOn).Concat(rows.Invoices.Select(row => row.IssuedOn)).Concat(rows.Payments.Select(row => row.ReceivedOn))
            .Concat(rows.Applications.Select(row => row.AppliedOn)).Concat(rows.CreditNotes.Select(row => row.IssuedOn)).Concat(rows.Chargebacks.Select(row => row.ClaimedOn))
            .Concat(rows.Disputes.Select(row => row.OpenedOn)).Concat(rows.PaymentPromises.Select(row => row.MadeOn)).Concat(rows.StageChanges.Select(row => row.ChangedOn))
            .Concat(rows.ShipmentExceptions.Select(row => row.OpenedOn)).Concat(rows.OrderHolds.Select(row => row.PlacedOn)), date => Assert.True(date < day, $"{date:O}"));
        Assert.All(rows.ExchangeRates.GroupBy(rate => rate.Currency), rates => Assert.InRange(day.DayNumber - rates.Max(rate => rate.Day).DayNumber, 1, 5));
        Assert.Equal(["CHF", "GBP", "PLN", "USD"], rows.ExchangeRates.Select(rate => rate.Currency.Code).Distinct().Order());
        Assert.All(rows.ExchangeRates.GroupBy(rate => rate.Currency), rates => Assert.True(rates.Min(rate => rate.Day) < day.AddMonths(-18)));
    }

    [Fact]
    public void MailAndPhones_OfEverybody_ReachNobody()
    {
        var rows = SampleBooks.On(new DateOnly(2026, 11, 21)).Rows;

        Assert.All(rows.Contacts.Select(contact => contact.Email), mail => Assert.Matches("^[a-z.]+@[a-z-]+\\.example$", mail));
        Assert.All(rows.Contacts.Select(contact => contact.Phone).OfType<string>(), phone =>
            Assert.Matches("^(\\+44 20 7946 0\\d{3}|\\+1 (212|415) 555 01\\d\\d|\\+49 30 23125 \\d{3}|\\+33 1 99 00 \\d\\d \\d\\d|\\+353 20 91\\d \\d{4}|\\+46 8 465 004 \\d\\d)$", phone));
    }
}
