using Copilot.Core;

namespace Copilot.Conversation;

/// <summary>
/// The names that occur in example sentences. Learning needs to see them as names whatever company the records are of; they are those of the
/// embedded sample company, kept in a resource beside the lexicon.
/// </summary>
internal static class ExampleNames
{
    private static readonly Lazy<CompanyNames> Loaded = new(Load);

    private static readonly Lazy<HashSet<string>> LoadedWords = new(() => Loaded.Value.Customers.Concat(Loaded.Value.People.Select(person => person.Name))
        .Concat(Loaded.Value.Warehouses.SelectMany(site => new[] { site.Code, site.Name, site.Partner }))
        .SelectMany(name => Sentence.Of(name).Tokens).Select(token => token.Text).Where(word => !CommonWords.Contains(word)).ToHashSet(StringComparer.Ordinal));

    /// <summary>The names.</summary>
    public static CompanyNames Names => Loaded.Value;

    /// <summary>The words they consist of.</summary>
    public static HashSet<string> Words => LoadedWords.Value;

    private static CompanyNames Load()
    {
        using var reader = new StreamReader(typeof(ExampleNames).Assembly.GetManifestResourceStream("names.txt")!);
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line[0] != '#').Select(line => line.Split(':', 2, StringSplitOptions.TrimEntries)).ToLookup(parts => parts[0], parts => parts[1].Split('|', StringSplitOptions.TrimEntries));
        var customers = lines["customer"].Select(parts => parts[0]).ToList();
        return new CompanyNames
        {
            Company = lines["company"].Single()[0],
            Customers = customers,
            Accounts = [.. customers.Select(name => (name, (string?)name))],
            People = [.. lines["person"].Select(parts => (parts[0], parts[1]))],
            Warehouses = [.. lines["warehouse"].Select(parts => (parts[0], parts[1], parts[2]))],
            Products = [.. lines["product"].Select(parts => (parts[0], parts[1], parts[2]))],
            Regions = [.. lines["region"].Select(parts => parts[0])],
            Roles = [.. lines["role"].Select(parts => parts[0])],
        };
    }
}
