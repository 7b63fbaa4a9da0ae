using System.Globalization;
using System.Text;

namespace Copilot.Benchmarks;

/// <summary>A file with the columns and the shapes of the real set of invoices: numbers with leading zeros, month/day/year, disputed one in four, a third settled late. A seeded draw.</summary>
internal static class ImportFile
{
    private const int Customers = 2000;

    /// <summary>Writes so many rows.</summary>
    public static void Write(string path, int rows)
    {
        var draw = new Random(20120103);
        string[] customers = [.. Enumerable.Range(1, Customers).Select(_ => $"{draw.Next(10000):0000}-{Letters(draw)}")];
        string[] countries = ["391", "406", "770", "818", "897"];
        var first = new DateOnly(2012, 1, 3);
        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(false), 1 << 16);
        writer.Write("countryCode,customerID,PaperlessDate,invoiceNumber,InvoiceDate,DueDate,InvoiceAmount,Disputed,SettledDate,PaperlessBill,DaysToSettle,DaysLate\n");
        for (var row = 0; row < rows; row++)
        {
            var customer = draw.Next(Customers);
            var issued = first.AddDays(draw.Next(700));
            var days = Math.Max(0, (int)(26 + (12 * Normal(draw))));

            // a step that shares no factor with the range: every number once, in no order, from 0000000001 up
            var number = 1 + ((long)row * 7_654_321 % 9_999_999_967);
            writer.Write(string.Create(
                CultureInfo.InvariantCulture,
                $"{countries[customer % 5]},{customers[customer]},{Day(first.AddDays(customer % 500))},{number:0000000000},{Day(issued)},{Day(issued.AddDays(30))},{(Math.Max(500, 5990 + (2040 * Normal(draw))) / 100):0.00},{(draw.Next(4) == 0 ? "Yes" : "No")},{Day(issued.AddDays(days))},{(draw.Next(2) == 0 ? "Paper" : "Electronic")},{days},{Math.Max(0, days - 30)}\n"));
        }
    }

    private static string Day(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Month}/{day.Day}/{day.Year}");

    private static string Letters(Random draw) => string.Concat(Enumerable.Range(0, 5).Select(_ => (char)('A' + draw.Next(26))));

    private static double Normal(Random draw) => Math.Sqrt(-2 * Math.Log(1 - draw.NextDouble())) * Math.Cos(2 * Math.PI * draw.NextDouble());
}
