using Copilot.Core;

namespace Copilot.Data.Sample;

/// <summary>The batches of each product by the day of making.</summary>
internal sealed class BatchBook
{
    private const int DaysBetweenBatches = 50;

    private readonly Dictionary<Id<Product>, List<(DateOnly Made, Batch Batch)>> _batches = [];

    /// <summary>Makes a batch of every product at regular intervals since before the history begins.</summary>
    public static BatchBook Add(SampleWorld world)
    {
        var book = new BatchBook();
        var dice = new Dice("batches");
        foreach (var product in world.Records.Products.Where(product => product.ShelfLifeDays > 0))
        {
            var first = world.Start.AddDays(-150 - dice.Between(0, DaysBetweenBatches));
            var last = product.DiscontinuedOn?.AddDays(-60) ?? world.Day.AddDays(-12);
            for (var made = first; made < last; made = made.AddDays(DaysBetweenBatches))
            {
                book.Make(world, product, made.WorkdayFrom());
            }
        }

        return book;
    }

    /// <summary>A batch that was made that day.</summary>
    public Batch Make(SampleWorld world, Product product, DateOnly made)
    {
        if (!_batches.TryGetValue(product.Id, out var batches))
        {
            _batches.Add(product.Id, batches = []);
        }

        var number = $"{product.Line}{product.Sku[^3..]}-{made:yyMMdd}";
        if (batches.Find(entry => entry.Batch.Number == number).Batch is { } known)
        {
            return known;
        }

        var batch = new Batch
        {
            Id = world.Records.Batches.NextId(), ProductId = product.Id, Number = number,
            ExpiresOn = made.AddDays(product.ShelfLifeDays),
        };
        world.Records.Batches.Add(batch);
        batches.Add((made, batch));
        return batch;
    }

    /// <summary>The batch that goes out on a day: the newest that is released by then, now and then the one before.</summary>
    public Batch For(Id<Product> product, DateOnly day, Dice dice)
    {
        var made = _batches[product].FindAll(entry => entry.Made <= day.AddDays(-8));
        return made[Math.Max(0, made.Count - (dice.Chance(0.3) ? 2 : 1))].Batch;
    }

    /// <summary>The newest batches, latest first.</summary>
    public IEnumerable<Batch> Newest(Id<Product> product) => _batches[product].OrderByDescending(entry => entry.Made).Select(entry => entry.Batch);
}
