using System.Globalization;
using System.Text.Json.Nodes;
using Copilot.Core;
using Microsoft.Extensions.AI;

namespace Copilot.Conversation;

/// <summary>Turns canonical arguments into the typed values that functions take, and checks their ranges.</summary>
internal sealed class ArgumentResolver(FunctionContext context, Gazetteer gazetteer)
{
    private const int LongestText = 4_000;
    private const int MostDays = 3_650;
    private const int MostLines = 200;
    private const decimal LargestAmount = 1_000_000_000_000m;

    private readonly RecordResolver _records = new(context, gazetteer);

    /// <summary>All arguments typed, or the first fault.</summary>
    public async Task<Result<AIFunctionArguments>> ResolveAsync(Tool tool, JsonObject arguments, CancellationToken cancellationToken)
    {
        var result = new AIFunctionArguments();
        foreach (var (name, value) in arguments)
        {
            if (tool.Parameter(name) is not { } parameter)
            {
                return LanguageFaults.UnknownArgument(tool.Name, name);
            }

            if (value is null)
            {
                continue;
            }

            var resolved = await ResolveAsync(parameter, value, cancellationToken);
            if (!resolved.Ok)
            {
                return resolved.Fault;
            }

            result[name] = resolved.Value;
        }

        foreach (var parameter in tool.Parameters.Where(parameter => parameter.Required && !result.ContainsKey(parameter.Name)))
        {
            if (!SlotFiller.FromTheTurn(tool, parameter))
            {
                return LanguageFaults.Missing(parameter.Name);
            }

            result[parameter.Name] = context.Turn.Asker.Id;
        }

        return result;
    }

    private async Task<Result<object>> ResolveAsync(ToolParameter parameter, JsonNode value, CancellationToken cancellationToken)
    {
        var text = value is JsonValue ? value.ToString() : "";
        switch (parameter.Kind)
        {
            case ParameterKind.Customer or ParameterKind.Account or ParameterKind.Person or ParameterKind.Warehouse or ParameterKind.Sku:
                return await _records.NamedAsync(parameter.Kind, text, cancellationToken);
            case ParameterKind.Order or ParameterKind.Invoice or ParameterKind.Payment or ParameterKind.Chargeback or ParameterKind.Opportunity or ParameterKind.EdiMessage:
                return await _records.DocumentAsync(parameter.Kind, text, cancellationToken);
            case ParameterKind.Invoices:
                return await InvoicesAsync(value, cancellationToken);
            case ParameterKind.Lines:
                return Lines(value);
            default:
                return Plain(parameter, text);
        }
    }

    private static Result<object> Plain(ToolParameter parameter, string text) => parameter.Kind switch
    {
        ParameterKind.Period => Period.TryParse(text, out var period) ? Result<object>.Of(period) : LanguageFaults.NotAPeriod(text),
        ParameterKind.Date => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? Result<object>.Of(day) : LanguageFaults.NotADate(text),
        ParameterKind.Amount => Amount(parameter.Name, text),
        ParameterKind.Count => Count(parameter.Name, text),
        ParameterKind.Flag => bool.TryParse(text, out var flag) ? Result<object>.Of(flag) : LanguageFaults.NotAChoice(parameter.Name, text, ["true", "false"]),
        ParameterKind.Currency => CurrencyCode.TryParse(text, out var currency) ? Result<object>.Of(currency) : LanguageFaults.NotAChoice(parameter.Name, text, ["EUR", "GBP", "USD"]),
        ParameterKind.Region => text.Length is > 0 and <= 40 ? Result<object>.Of(new Region(text)) : LanguageFaults.NotFound("region", text, []),
        ParameterKind.Choice => Choice(parameter, text),
        ParameterKind.PurchaseOrder or ParameterKind.Role or ParameterKind.Text => Text(parameter.Name, text),
        _ => throw new InvalidOperationException($"Parameter kind {parameter.Kind} is not resolved."),
    };

    private static Result<object> Text(string name, string text) => text.Length switch
    {
        0 => LanguageFaults.Missing(name),
        > LongestText => LanguageFaults.TooMuchText(name, LongestText),
        _ => text,
    };

    private static Result<object> Amount(string name, string text)
    {
        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var amount))
        {
            return LanguageFaults.NotANumber(name, text);
        }

        return amount is >= 0 and <= LargestAmount ? amount : LanguageFaults.OutOfRange(name, text, $"between 0 and {LargestAmount:N0}");
    }

    private static Result<object> Count(string name, string text)
    {
        if (!decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) || number != decimal.Truncate(number))
        {
            return LanguageFaults.NotANumber(name, text);
        }

        var (least, most) = name switch { "limit" => (1, FunctionLimits.MaximumRows), "quantity" => (0, 1_000_000), _ => (0, MostDays) };
        return number >= least && number <= most ? (int)number : LanguageFaults.OutOfRange(name, text, $"between {least:N0} and {most:N0}");
    }

    private static Result<object> Choice(ToolParameter parameter, string text)
    {
        var index = parameter.Choices.ToList().FindIndex(choice => choice.Equals(text, StringComparison.OrdinalIgnoreCase));
        if (index < 0)
        {
            return LanguageFaults.NotAChoice(parameter.Name, text, parameter.Choices);
        }

        var type = parameter.Enumeration!;
        var at = Words.All(type).ToList().IndexOf(parameter.Choices[index]);
        return Enum.GetValues(type).GetValue(at)!;
    }

    private async Task<Result<object>> InvoicesAsync(JsonNode value, CancellationToken cancellationToken)
    {
        var numbers = value is JsonArray several ? several.Select(node => node?.ToString() ?? "").ToList() : [.. value.ToString().Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries)];
        if (numbers.Count > MostLines)
        {
            return LanguageFaults.OutOfRange("invoices", $"{numbers.Count}", $"{MostLines} at most");
        }

        var ids = new List<Id<Invoice>>();
        foreach (var number in numbers)
        {
            var found = await _records.DocumentAsync(ParameterKind.Invoice, number, cancellationToken);
            if (!found.Ok)
            {
                return found.Fault;
            }

            ids.Add((Id<Invoice>)found.Value);
        }

        return ids;
    }

    private static Result<object> Lines(JsonNode value)
    {
        var lines = new List<RequestedLine>();
        foreach (var node in value as JsonArray ?? [])
        {
            var sku = node?["sku"]?.ToString();
            if (string.IsNullOrWhiteSpace(sku) || !int.TryParse(node!["quantity"]?.ToString(), CultureInfo.InvariantCulture, out var quantity) || quantity is < 1 or > 1_000_000)
            {
                return LanguageFaults.NotANumber("quantity", node?["quantity"]?.ToString() ?? "");
            }

            lines.Add(new RequestedLine(sku, quantity));
        }

        return lines.Count switch
        {
            0 => LanguageFaults.Missing("lines"),
            > MostLines => LanguageFaults.OutOfRange("lines", $"{lines.Count}", $"{MostLines} at most"),
            _ => lines,
        };
    }
}
