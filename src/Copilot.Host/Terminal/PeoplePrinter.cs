using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Copilot.Core;
using Copilot.Data;
using Spectre.Console;

namespace Copilot.Host.Terminal;

/// <summary>The staff for people, and as JSON.</summary>
internal sealed class PeoplePrinter(IAnsiConsole console)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Prints a page and what the roles on it may see.</summary>
    public void Print(CompanyProfile profile, PeoplePage page)
    {
        console.MarkupLine($"[bold]{Markup.Escape(Heading(profile, page))}[/]");
        if (page.Members.Count == 0)
        {
            console.MarkupLine("Nobody fits. Leave out --role or --search to see everybody.");
            return;
        }

        var table = new Table().Border(TableBorder.Simple);
        foreach (var heading in new[] { "Short name", "Name", "Roles", "Region", "Mail" })
        {
            table.AddColumn($"[bold]{heading}[/]");
        }

        foreach (var (person, roles) in page.Members)
        {
            var name = person.Active ? person.Name : $"{person.Name} (has left)";
            string[] cells = [person.Key, name, roles.Count > 0 ? string.Join(", ", roles) : "no role", person.Region.Length > 0 ? person.Region : "all", person.Email.Length > 0 ? person.Email : "no mail address"];
            table.AddRow([.. cells.Select(cell => $"[{(person.Active ? "default" : "grey")}]{Markup.Escape(cell)}[/]")]);
        }

        console.Write(table);
        console.MarkupLine("[bold]What each role sees[/]");
        foreach (var role in page.Members.SelectMany(member => member.Roles).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            console.MarkupLine($"  {Markup.Escape(role)}: {Markup.Escape(Sees(role, page.Rules))}.");
        }

        if (page.Number < page.Pages)
        {
            console.MarkupLine($"Page {page.Number} of {page.Pages}; the next with [blue]--page {page.Number + 1}[/].");
        }
    }

    /// <summary>The page as JSON.</summary>
    public static string Json(CompanyProfile profile, PeoplePage page)
    {
        var roles = page.Members.SelectMany(member => member.Roles).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return new JsonObject
        {
            ["company"] = profile.Name,
            ["total"] = page.Active,
            ["left"] = page.Left,
            ["matching"] = page.Matching,
            ["page"] = page.Number,
            ["pages"] = page.Pages,
            ["people"] = new JsonArray([.. page.Members.Select(One)]),
            ["roles"] = new JsonObject(roles.Select(role => KeyValuePair.Create<string, JsonNode?>(role, Levels(role, page.Rules)))),
        }.ToJsonString(Indented);
    }

    private static string Heading(CompanyProfile profile, PeoplePage page)
    {
        var shown = page.Matching == page.Active ? People(page.Active) : $"{page.Matching} of {People(page.Active + page.Left)}";
        var left = page.Left == 0 ? "" : page.Left == 1 ? "; 1 has left (--all shows them)" : $"; {page.Left} have left (--all shows them)";
        return $"{profile.Name}: {shown}{left}";
    }

    private static string People(int count) => count == 1 ? "1 person" : $"{count} people";

    /// <summary>"all of orders, edi; of their own desk; nothing of crm".</summary>
    private static string Sees(string role, IReadOnlyList<RoleVisibility> rules)
    {
        var parts = new List<string>();
        foreach (var (level, words) in new[] { (Visibility.All, "all of "), (Visibility.Own, "their own of "), (Visibility.None, "nothing of ") })
        {
            var subjects = rules.Where(rule => rule.Role == role && rule.Level == level)
                .Select(rule => Words.Of(rule.Area) + (rule.HideAmounts && level != Visibility.None ? " without amounts" : "")).ToArray();
            if (subjects.Length > 0)
            {
                parts.Add(words + string.Join(", ", subjects));
            }
        }

        return parts.Count > 0 ? string.Join("; ", parts) : "nothing, because the visibility table does not know it";
    }

    private static JsonObject One(StaffMember member) => new()
    {
        ["key"] = member.Person.Key,
        ["name"] = member.Person.Name,
        ["email"] = member.Person.Email,
        ["region"] = member.Person.Region,
        ["active"] = member.Person.Active,
        ["roles"] = new JsonArray([.. member.Roles.Select(role => JsonValue.Create(role))]),
    };

    private static JsonObject Levels(string role, IReadOnlyList<RoleVisibility> rules) => new(rules
        .Where(rule => rule.Role == role)
        .Select(rule => KeyValuePair.Create<string, JsonNode?>(Words.Of(rule.Area), new JsonObject { ["sees"] = Words.Of(rule.Level), ["amounts"] = !rule.HideAmounts })));
}
