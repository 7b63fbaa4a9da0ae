namespace Copilot.Core;

/// <summary>Adds a figure's bridge up and compares it with the figure.</summary>
public static class BridgeCheck
{
    /// <summary>Every figure in the tree whose parts do not make its value, in words; empty when all do.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(Figure figure, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(figure);
        var faults = new List<string>();
        await CheckAsync(figure, faults, cancellationToken);
        return faults;
    }

    private static async Task CheckAsync(Figure figure, List<string> faults, CancellationToken cancellationToken)
    {
        var (made, parts) = figure.Bridge switch
        {
            RowsBridge rows => (await SumAsync(rows, figure, faults, cancellationToken), Array.Empty<Figure>()),
            TotalBridge total => (total.Parts.Sum(part => part.Sign * part.Figure.Value.Number), [.. total.Parts.Select(part => part.Figure)]),
            ConversionBridge conversion => (conversion.Part.Value.Number * conversion.Rate, [conversion.Part]),
            RatioBridge ratio => (ratio.Numerator.Value.Number * ratio.Factor / ratio.Denominator.Value.Number, [ratio.Numerator, ratio.Denominator]),
            _ => throw new InvalidOperationException($"Unknown bridge {figure.Bridge.GetType().Name}."),
        };
        if (decimal.Round(made, figure.Value.Decimals, MidpointRounding.AwayFromZero) != figure.Value.Number)
        {
            faults.Add($"{figure.Key} ({figure.Label}) says {figure.Value.Number}, its parts make {made}.");
        }

        if (figure.Bridge is TotalBridge mixed && mixed.Parts.Any(part => part.Figure.Value.Currency != figure.Value.Currency))
        {
            faults.Add($"{figure.Key} ({figure.Label}) adds currencies without converting them.");
        }

        foreach (var part in parts)
        {
            await CheckAsync(part, faults, cancellationToken);
        }
    }

    private static async Task<decimal> SumAsync(RowsBridge bridge, Figure figure, List<string> faults, CancellationToken cancellationToken)
    {
        var (sum, count) = (0m, 0L);
        await foreach (var row in bridge.Rows(cancellationToken))
        {
            sum += row.Contribution;
            count++;
        }

        if (count != bridge.RowCount)
        {
            faults.Add($"{figure.Key} ({figure.Label}) names {bridge.RowCount} rows and opens into {count}.");
        }

        return sum;
    }
}
