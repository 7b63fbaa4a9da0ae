using Copilot.Core;

namespace Copilot.Data.Sample;

/// <summary>How fresh each subject is: brought in early on the sample day, one after the other.</summary>
internal static class FeedsPart
{
    private static readonly (string Source, int Minutes, string File)[] Feeds =
    [
        ("orders", 250, "erp-orders"), ("logistics", 265, "partner-shipments"), ("receivables", 255, "erp-open-items"), ("bank", 290, "bank-statements"),
        ("chargebacks", 240, "retailer-claims"), ("crm", 230, "crm-export"), ("edi", 285, "edi-gateway"),
    ];

    public static void Add(SampleWorld world)
    {
        foreach (var (source, minutes, file) in Feeds)
        {
            world.Records.DataFeeds.Add(new DataFeed
            {
                Id = world.Records.DataFeeds.NextId(), Source = source, AsOf = world.At(world.Day, minutes, "Etc/UTC"), Note = $"{file}-{world.Day:yyyyMMdd}.csv",
            });
        }
    }
}
