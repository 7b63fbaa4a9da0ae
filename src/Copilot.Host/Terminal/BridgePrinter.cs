using System.Globalization;
using Copilot.Core;
using Spectre.Console;

namespace Copilot.Host.Terminal;

/// <summary>Opens a figure for people: definition, filter, parts or rows, what was left out, and that the parts make the figure.</summary>
internal sealed class BridgePrinter(IAnsiConsole console)
{
    private const int RowsShown = 40;

    /// <summary>Prints the bridge of a figure and, indented, of its parts.</summary>
    public async Task PrintAsync(Figure figure, CancellationToken cancellationToken)
    {
        await PrintAsync(figure, 0, cancellationToken);
        var faults = await BridgeCheck.FaultsAsync(figure, cancellationToken);
        console.MarkupLine(faults.Count == 0 ? "[green]The parts make the figure.[/]" : $"[red]{Markup.Escape(string.Join(" ", faults))}[/]");
    }

    private async Task PrintAsync(Figure figure, int depth, CancellationToken cancellationToken)
    {
        var indent = new string(' ', depth * 3);
        console.MarkupLine($"{indent}[bold]{Markup.Escape(figure.Label)}[/] = {Markup.Escape(figure.Value.ToString())}  [grey]({Markup.Escape(figure.Key)})[/]");
        console.MarkupLine($"{indent}   [grey]{Markup.Escape(figure.Bridge.Definition)}[/]");
        switch (figure.Bridge)
        {
            case RowsBridge rows:
                await PrintRowsAsync(rows, indent, cancellationToken);
                break;
            case TotalBridge total:
                foreach (var part in total.Parts)
                {
                    await PrintAsync(part.Figure with { Label = (part.Sign < 0 ? "less " : "") + part.Figure.Label }, depth + 1, cancellationToken);
                }

                break;
            case ConversionBridge conversion:
                await PrintAsync(conversion.Part, depth + 1, cancellationToken);
                break;
            case RatioBridge ratio:
                await PrintAsync(ratio.Numerator, depth + 1, cancellationToken);
                console.MarkupLine($"{indent}   ÷");
                await PrintAsync(ratio.Denominator, depth + 1, cancellationToken);
                break;
            default:
                throw new InvalidOperationException($"Bridge {figure.Bridge.GetType().Name} cannot be printed.");
        }

        foreach (var left in figure.Bridge.LeftOut)
        {
            console.MarkupLine($"{indent}   [grey]left out: {Markup.Escape(left.ToString())}[/]");
        }
    }

    private async Task PrintRowsAsync(RowsBridge bridge, string indent, CancellationToken cancellationToken)
    {
        console.MarkupLine($"{indent}   [grey]{Markup.Escape(bridge.Source)}: {Markup.Escape(bridge.Filter)}; {bridge.RowCount:N0} rows[/]");
        var shown = 0;
        await foreach (var row in bridge.Rows(cancellationToken))
        {
            if (shown++ == RowsShown)
            {
                console.MarkupLine($"{indent}   [grey]… and {bridge.RowCount - RowsShown:N0} more; ask with --json --open for all of them[/]");
                break;
            }

            var number = row.Contribution.ToString("#,0.00##", CultureInfo.InvariantCulture).PadLeft(16);
            console.MarkupLine($"{indent}   {number}  {Markup.Escape(row.Document)}{(row.Detail is { } detail ? $"  [grey]{Markup.Escape(detail)}[/]" : "")}");
        }
    }
}
