using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Copilot.Tests.Support;
using NJsonSchema;

namespace Copilot.Tests.Bot;

/// <summary>What goes over the wire, held against the descriptions that the protocols' owner publishes.</summary>
internal static class PublishedDescriptions
{
    public const string Connector = "specs/bot-connector.swagger.json";
    public const string DirectLine = "specs/directline-3.0.swagger.json";

    /// <summary>What of a body is not as a definition has it: wrong types, and fields that the definition does not know.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(string file, string definition, JsonObject body)
    {
        var description = (JsonObject)JsonNode.Parse(await File.ReadAllTextAsync(Repository.SharedFile(file), TestContext.Current.CancellationToken))!;
        var definitions = (JsonObject)description["definitions"]!.DeepClone();
        var unknown = body.Select(pair => pair.Key).Where(key => !((JsonObject)definitions[definition]!["properties"]!).ContainsKey(key)).Select(key => $"{key} is not part of {definition}");
        var schema = await JsonSchema.FromJsonAsync(new JsonObject { ["definitions"] = definitions, ["allOf"] = new JsonArray(new JsonObject { ["$ref"] = $"#/definitions/{definition}" }) }.ToJsonString(), TestContext.Current.CancellationToken);
        return [.. unknown, .. schema.Validate(body.ToJsonString()).Select(fault => fault.ToString())];
    }

    /// <summary>Whether a route of that method is described.</summary>
    public static bool Describes(string file, string method, string path)
    {
        var paths = (JsonObject)JsonNode.Parse(File.ReadAllText(Repository.SharedFile(file)))!["paths"]!;
        return paths.Any(route => ((JsonObject)route.Value!).ContainsKey(method.ToLowerInvariant()) && Regex.IsMatch(path, "^" + Regex.Replace(route.Key, @"\\?\{[^}]+\}", "[^/]+") + "$", RegexOptions.None, TimeSpan.FromSeconds(1)));
    }
}
