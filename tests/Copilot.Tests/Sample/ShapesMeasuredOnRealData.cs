using System.Globalization;
using System.Text;
using Copilot.Data.Sample;
using Copilot.Tests.Support;
using CsvHelper;
using CsvHelper.Configuration;

namespace Copilot.Tests.Sample;

/// <summary>Where the figures come from that the sample follows.</summary>
public sealed class ShapesMeasuredOnRealData
{
    [Fact]
    public void ArInvoices_Measured_GiveTheSharesOfLatenessAndDispute()
    {
        var rows = Read("data/ar_invoices/WA_Accounts-Receivable.csv", ",", "DaysLate", "Disputed");
        var late = rows.Select(row => int.Parse(row[0], CultureInfo.InvariantCulture)).Where(days => days > 0).Order().ToList();

        Assert.Equal(Shapes.LatePaymentShare, late.Count / (double)rows.Count, 0.0005);
        Assert.Equal(Shapes.DisputedShare, rows.Count(row => row[1] == "Yes") / (double)rows.Count, 0.0005);
        Assert.Equal((9.7, 8, 20), (Math.Round(late.Average(), 1), late[late.Count / 2], late[late.Count * 9 / 10]));
        Assert.Equal(0.683, Share("Yes"), 0.0005);
        Assert.Equal(0.259, Share("No"), 0.0005);

        double Share(string disputed) => rows.Where(row => row[1] == disputed).Average(row => row[0] == "0" ? 0.0 : 1);
    }

    [Fact]
    public void ScmsDeliveries_Measured_GiveTheSharesOfLateAndEarly()
    {
        var days = Read("data/orders/scms_delivery_history/SCMS_Delivery_History_Dataset.tsv", "\t", "Delivered to Client Date", "Scheduled Delivery Date")
            .Select(row => Day(row[0]).DayNumber - Day(row[1]).DayNumber).ToList();
        var late = days.Where(count => count > 0).Order().ToList();

        Assert.Equal(Shapes.LateDeliveryShare, late.Count / (double)days.Count, 0.0005);
        Assert.Equal(Shapes.EarlyDeliveryShare, days.Count(count => count < 0) / (double)days.Count, 0.0005);
        Assert.Equal(4 * Dice.Quantile(Shapes.LateDeliveryDays, 0.5), late[late.Count / 2], 0.5);
        Assert.Equal(4 * Dice.Quantile(Shapes.LateDeliveryDays, 0.9), late[late.Count * 9 / 10], 0.5);

        static DateOnly Day(string text) => DateOnly.ParseExact(text, "d-MMM-yy", CultureInfo.InvariantCulture);
    }

    [Fact]
    public void CrmOpportunities_Measured_GiveTheShareAndThePaceOfWins()
    {
        var closed = Read("data/crm_opportunities/sales_pipeline.csv", ",", "deal_stage", "engage_date", "close_date").Where(row => row[0] is "Won" or "Lost")
            .ToLookup(row => row[0], row => DateOnly.Parse(row[2], CultureInfo.InvariantCulture).DayNumber - DateOnly.Parse(row[1], CultureInfo.InvariantCulture).DayNumber);
        var (won, lost) = (closed["Won"].Order().ToList(), closed["Lost"].Order().ToList());

        Assert.Equal(Shapes.WinShare, won.Count / (double)(won.Count + lost.Count), 0.0001);
        Assert.Equal((51.8, 41.5), (Math.Round(won.Average(), 1), Math.Round(lost.Average(), 1)));
        Assert.All(Shapes.DaysToWin, quantile => Assert.Equal(quantile.Item2, won[(int)(quantile.Item1 * (won.Count - 1))], 1.0));
        Assert.All(Shapes.DaysToLoss, quantile => Assert.Equal(quantile.Item2, lost[(int)(quantile.Item1 * (lost.Count - 1))], 1.0));
    }

    private static List<string[]> Read(string file, string delimiter, params string[] columns)
    {
        using var reader = new StreamReader(Repository.SharedFile(file), Encoding.Latin1);
        using var csv = new CsvReader(reader, new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = delimiter, BadDataFound = null });
        csv.Read();
        csv.ReadHeader();
        var rows = new List<string[]>();
        while (csv.Read())
        {
            rows.Add([.. columns.Select(column => csv.GetField(column)!)]);
        }

        return rows;
    }
}
