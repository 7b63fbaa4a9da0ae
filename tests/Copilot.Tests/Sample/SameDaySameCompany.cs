using System.Text.Json;
using Copilot.Core;
using Copilot.Data.Sample;

namespace Copilot.Tests.Sample;

public sealed class SameDaySameCompany
{
    [Fact]
    public void OneDay_GeneratedTwice_GivesTheSameBytes()
    {
        var day = new DateOnly(2026, 11, 21);

        Assert.Equal(Bytes(SampleCompany.Generate(day)), Bytes(SampleCompany.Generate(day)));
    }

    [Fact]
    public void AnotherDay_Generated_MovesTheSameCompany()
    {
        var (today, later) = (SampleCompany.Generate(new DateOnly(2026, 11, 21)), SampleCompany.Generate(new DateOnly(2026, 11, 28)));

        Assert.NotEqual(Bytes(today), Bytes(later));
        Assert.Equal(today.Orders.Count, later.Orders.Count);
        Assert.Equal(Sold(today, Channel.Ecom).Select(day => day.AddDays(7)), Sold(later, Channel.Ecom));

        // the month in which a site failed is a calendar month and stays where it is
        Assert.InRange(Sold(today, Channel.Wholesale).Select(day => day.AddDays(7)).Except(Sold(later, Channel.Wholesale)).Count(), 0, 25);
        Assert.Equal(today.Orders.Sum(order => order.TotalMinor), later.Orders.Sum(order => order.TotalMinor), later.Orders.Sum(order => order.TotalMinor) / 50);
        Assert.Equal(today.Contacts.Select(contact => contact.Email), later.Contacts.Select(contact => contact.Email));
    }

    // a fresh clone may be started on any day: nothing that is planted may then be missing
    [Fact]
    public void EveryDayOfAYear_Generated_HasRoomForWhatIsPlanted()
    {
        for (var day = new DateOnly(2026, 11, 22); day < new DateOnly(2027, 11, 22); day = day.AddDays(11))
        {
            var rows = SampleCompany.Generate(day);
            Assert.True(rows.Invoices.Count > 1200, $"{day:O}: {rows.Invoices.Count} invoices");
            Assert.All(rows.Invoices, invoice => Assert.InRange(invoice.OpenMinor, 0, invoice.AmountMinor));
        }
    }

    private static IEnumerable<DateOnly> Sold(SampleRecords records, Channel channel) => records.Orders.Where(order => order.Channel == channel).Select(order => order.OrderedOn);

    private static byte[] Bytes(SampleRecords records) => JsonSerializer.SerializeToUtf8Bytes(records.Tables.Select(table => table.Cast<object>()));
}
