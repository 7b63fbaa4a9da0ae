using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Copilot.Core;

/// <summary>The JSON schema of a tool's arguments, in the canonical forms of the catalogue. Annotations are hints; the tool runner checks.</summary>
public static class ToolSchema
{
    private static readonly ConcurrentDictionary<string, JsonElement> Cache = new(StringComparer.Ordinal);

    /// <summary>The schema of a tool.</summary>
    public static JsonElement Of(Tool tool)
    {
        ArgumentNullException.ThrowIfNull(tool);
        return Cache.GetOrAdd(tool.Name, _ => Build(tool));
    }

    private static JsonElement Build(Tool tool)
    {
        var properties = new JsonObject();
        foreach (var parameter in tool.Parameters)
        {
            properties[parameter.Name] = Property(parameter);
        }

        var schema = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = new JsonArray([.. tool.Parameters.Where(parameter => parameter.Required).Select(parameter => (JsonNode)parameter.Name)]),
            ["additionalProperties"] = false,
        };
        return JsonSerializer.SerializeToElement(schema);
    }

    private static JsonObject Property(ToolParameter parameter)
    {
        var (type, description) = parameter.Kind switch
        {
            ParameterKind.Count => ("integer", "a whole number"),
            ParameterKind.Amount => ("number", "a plain decimal"),
            ParameterKind.Flag => ("boolean", "true or false"),
            ParameterKind.Lines => ("array", "articles with quantities: {sku, quantity}"),
            ParameterKind.Invoices => ("array", "invoice numbers"),
            ParameterKind.Date => ("string", "a day, 2026-12-05"),
            ParameterKind.Period => ("string", "2026-Q3, 2026-10, 2026, today, this-week, last-quarter, last-30-days or 2026-10-01..2026-10-31"),
            ParameterKind.Region => ("string", "a country (DE) or sales region (DACH)"),
            ParameterKind.Customer or ParameterKind.Account or ParameterKind.Person => ("string", "the display name"),
            ParameterKind.Warehouse => ("string", "the site's code"),
            ParameterKind.Sku => ("string", "the SKU"),
            ParameterKind.Order => ("string", "SO-10482, or the customer's PO"),
            ParameterKind.Invoice => ("string", "INV-20417"),
            ParameterKind.Payment => ("string", "PAY-50012"),
            ParameterKind.Chargeback => ("string", "CB-3007"),
            ParameterKind.Opportunity => ("string", "OPP-7012"),
            ParameterKind.EdiMessage => ("string", "EDI-88012"),
            ParameterKind.PurchaseOrder => ("string", "the customer's purchase order number"),
            ParameterKind.Currency => ("string", "ISO 4217 code"),
            ParameterKind.Role => ("string", "a role, as collector"),
            ParameterKind.Choice => ("string", "one of the listed words"),
            ParameterKind.Text => ("string", "free text"),
            _ => throw new InvalidOperationException($"Parameter kind {parameter.Kind} has no schema."),
        };
        var property = new JsonObject { ["type"] = type, ["description"] = description };
        if (parameter.Choices.Count > 0)
        {
            property["enum"] = new JsonArray([.. parameter.Choices.Select(choice => (JsonNode)choice)]);
        }

        if (parameter.Kind == ParameterKind.Invoices)
        {
            property["items"] = new JsonObject { ["type"] = "string" };
        }

        if (parameter.Kind == ParameterKind.Lines)
        {
            property["items"] = JsonNode.Parse("""{"type":"object","properties":{"sku":{"type":"string"},"quantity":{"type":"integer"}},"required":["sku","quantity"]}""");
        }

        return property;
    }
}
