using System.Text.RegularExpressions;
using Copilot.Core;
using Copilot.Host;
using Copilot.Tests.Support;

namespace Copilot.Tests.Conventions;

/// <summary>The plugins' lists name exactly the functions, actions and arguments of the catalogue.</summary>
public sealed partial class CatalogueOfFunctions
{
    // what a list may add to a catalogue line: paging, the currency named beside an amount, the invoice that a promise is for, by which of an order's days a period counts
    private static readonly string[] Additions = ["limit", "currency", "invoice", "due"];

    // functions that a user would miss, and the catalogue has not
    private static readonly string[] Added = ["receivables_send_worklist", "receivables_send_worklists", "desk_standing", "desk_stopped"];

    [Fact]
    public void PluginLists_ComparedWithTheCatalogue_HoldTheSameFunctionsAndArguments()
    {
        var catalogue = Catalogue(File.ReadAllText(Repository.SharedFile("CATALOG.md")));

        Assert.Equal(88, catalogue.Count);
        Assert.Empty(Added.Intersect(catalogue.Keys));
        Assert.Empty(Added.Except(PluginList.All.SelectMany(plugin => plugin.Tools).Select(tool => tool.Name)));
        Assert.Empty(Violations(catalogue, PluginList.All.SelectMany(plugin => plugin.Tools)));
    }

    [Fact]
    public void FunctionThatTheCatalogueLacks_Compared_IsNamed()
    {
        var planted = new Plugin(Area.Orders, typeof(CatalogueOfFunctions)).Declare("teleport(order!)");
        Assert.Contains("orders_teleport is not in the catalogue", Violations([], planted.Tools));
    }

    [Fact]
    public void ArgumentThatIsMissingOrOptionalByMistake_Compared_IsNamed()
    {
        var catalogue = new Dictionary<string, (ToolKind, string[])>(StringComparer.Ordinal) { ["orders_show"] = (ToolKind.Read, ["order!"]) };
        var planted = new Plugin(Area.Orders, typeof(CatalogueOfFunctions)).Declare("show(order, customer)");

        Assert.Equal(["orders_show: argument order!", "orders_show: argument order", "orders_show: argument customer"], Violations(catalogue, planted.Tools));
    }

    [Fact]
    public void ActionListedAsRead_Compared_IsNamed()
    {
        var catalogue = new Dictionary<string, (ToolKind, string[])>(StringComparer.Ordinal) { ["orders_hold"] = (ToolKind.Action, ["order!"]) };
        var planted = new Plugin(Area.Orders, typeof(CatalogueOfFunctions)).Declare("hold(order!)");

        Assert.Single(Violations(catalogue, planted.Tools));
    }

    [Fact]
    public void FunctionMissingFromTheLists_Compared_IsNamed()
    {
        var catalogue = new Dictionary<string, (ToolKind, string[])>(StringComparer.Ordinal) { ["orders_show"] = (ToolKind.Read, ["order!"]) };
        Assert.Equal(["orders_show is listed nowhere"], Violations(catalogue, []));
    }

    [Fact]
    public void EveryBuiltFunction_Description_SaysWhatItIsForAndWhenNotToUseIt()
    {
        var built = PluginList.All.SelectMany(plugin => plugin.Tools).Where(tool => tool.Built).ToArray();
        Assert.All(built, tool => Assert.True(tool.Description.Length is > 40 and < 600 && tool.Description.Contains("ot ", StringComparison.Ordinal), $"{tool.Name}: {tool.Description}"));
    }

    private static Dictionary<string, (ToolKind Kind, string[] Arguments)> Catalogue(string text)
    {
        var functions = new Dictionary<string, (ToolKind, string[])>(StringComparer.Ordinal);
        foreach (var row in text[text.IndexOf("## Functions", StringComparison.Ordinal)..].Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal) && line.Contains('`', StringComparison.Ordinal)))
        {
            var cells = row.Split('|', StringSplitOptions.TrimEntries);
            Collect(functions, cells[1], cells[2], ToolKind.Read);
            Collect(functions, cells[1], cells[3], ToolKind.Action);
        }

        return functions;
    }

    private static void Collect(Dictionary<string, (ToolKind, string[])> functions, string plugin, string cell, ToolKind kind)
    {
        foreach (Match match in Signature().Matches(cell))
        {
            functions.Add($"{plugin}_{match.Groups[1].Value}", (kind, match.Groups[2].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)));
        }
    }

    private static IEnumerable<string> Violations(Dictionary<string, (ToolKind Kind, string[] Arguments)> catalogue, IEnumerable<Tool> tools)
    {
        var listed = tools.ToArray();
        foreach (var tool in listed)
        {
            if (Added.Contains(tool.Name))
            {
                continue;
            }

            if (!catalogue.TryGetValue(tool.Name, out var wanted))
            {
                yield return $"{tool.Name} is not in the catalogue";
                continue;
            }

            if (wanted.Kind != tool.Kind)
            {
                yield return $"{tool.Name} is listed as {tool.Kind}";
            }

            var actual = tool.Parameters.Select(parameter => parameter.Name + (parameter.Required ? "!" : "")).ToArray();
            foreach (var difference in wanted.Arguments.Except(actual, StringComparer.Ordinal).Concat(actual.Except(wanted.Arguments, StringComparer.Ordinal).Except(Additions, StringComparer.Ordinal)))
            {
                yield return $"{tool.Name}: argument {difference}";
            }
        }

        foreach (var missing in catalogue.Keys.Except(listed.Select(tool => tool.Name), StringComparer.Ordinal))
        {
            yield return $"{missing} is listed nowhere";
        }
    }

    [GeneratedRegex(@"`(\w+)\(([^)]*)\)`")]
    private static partial Regex Signature();
}
