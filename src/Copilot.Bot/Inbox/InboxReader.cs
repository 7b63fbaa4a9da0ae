using System.Globalization;
using System.Text.Json.Nodes;
using Copilot.Core;
using Copilot.Data;
using Copilot.Gate;

namespace Copilot.Bot;

/// <summary>The approval inbox of a person, as the page shows it: what waits, in the order in which it expires, and what they decided.</summary>
internal sealed class InboxReader(ConfirmationGate gate, CompanyStore store, TimeProvider time)
{
    private const int Size = 20;
    private const int MostNames = 300;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>How many wait.</summary>
    public async Task<Result<JsonObject>> CountAsync(string personKey, CancellationToken cancellationToken)
    {
        var found = await store.FindPersonAsync(personKey, cancellationToken);
        if (!found.Ok)
        {
            return found.Fault;
        }

        var (yours, others, first) = await gate.List.CountAsync(found.Value.Person.Key, found.Value.Access.Roles, cancellationToken);
        return new JsonObject { ["now"] = Instant(time.GetUtcNow()), ["yours"] = yours, ["others"] = others, ["first"] = first is { } expires ? Instant(expires) : null, ["stopped"] = await gate.StoppedAsync(cancellationToken) };
    }

    /// <summary>A page of it.</summary>
    public async Task<Result<JsonObject>> ReadAsync(InboxQuery query, string personKey, CancellationToken cancellationToken)
    {
        var found = await store.FindPersonAsync(personKey, cancellationToken);
        if (!found.Ok)
        {
            return found.Fault;
        }

        var (person, access) = found.Value;
        var names = (await store.StaffAsync(cancellationToken)).ToDictionary(member => member.Person.Key, member => member.Person.Name, StringComparer.Ordinal);
        var waiting = await gate.Proposals.WaitingAsync(person, access.Roles, cancellationToken);
        var page = query.Tab == InboxTab.Decided
            ? await DecidedAsync(query, person.Key, names, cancellationToken)
            : await WaitingAsync(query, person.Key, [.. waiting.Where(row => row.For == WaitingFor.SomebodyElse == (query.Tab == InboxTab.Others))], names, cancellationToken);
        page["now"] = Instant(time.GetUtcNow());
        page["yours"] = waiting.Count(row => row.For != WaitingFor.SomebodyElse);
        page["others"] = waiting.Count(row => row.For == WaitingFor.SomebodyElse);
        page["stopped"] = await gate.StoppedAsync(cancellationToken);
        page["away"] = await gate.Absences.OfAsync(person, cancellationToken) is { } absence ? Shown(absence, names) : null;
        page["today"] = Day(PersonClock.Today(person, time.GetUtcNow()));
        page["colleagues"] = new JsonArray([.. names.Where(name => name.Key != person.Key).Select(name => name.Value).Order(StringComparer.Ordinal).Take(MostNames).Select(name => (JsonNode)name)]);
        return page;
    }

    /// <summary>What a person said of being away.</summary>
    public async Task<JsonObject> ShownAsync(AbsenceSaid said, CancellationToken cancellationToken)
    {
        var names = (await store.StaffAsync(cancellationToken)).ToDictionary(member => member.Person.Key, member => member.Person.Name, StringComparer.Ordinal);
        return new JsonObject { ["away"] = Shown(said.Absence, names), ["words"] = said.Words };
    }

    private async Task<JsonObject> WaitingAsync(InboxQuery query, string person, IReadOnlyList<WaitingProposal> all, IReadOnlyDictionary<string, string> names, CancellationToken cancellationToken)
    {
        var away = await gate.Absences.AwayAsync(cancellationToken);
        var rows = all.Where(row => (query.Kind.Length == 0 || row.Kinds.Contains(query.Kind, StringComparer.Ordinal)) && (query.By.Length == 0 || row.Requester == query.By)
            && query.Matches(row.Number, row.Title, row.Subject, names.GetValueOrDefault(row.Requester, row.Requester))).OrderBy(row => row.ExpiresAt).ThenBy(row => row.Number, StringComparer.Ordinal).ToArray();
        var page = Paged(query.Page, rows.Length, all.Count);
        page["kinds"] = Choices(all.SelectMany(row => row.Kinds), InboxWords.Kind);
        page["people"] = Choices(all.Select(row => row.Requester), key => key == person ? "You" : names.GetValueOrDefault(key, key));
        page["rows"] = new JsonArray([.. rows.Skip(((int)page["page"]! - 1) * Size).Take(Size).Select(row => (JsonNode)new JsonObject
        {
            ["number"] = row.Number,
            ["title"] = row.Title,
            ["kinds"] = string.Join(", ", row.Kinds.Select(InboxWords.Kind)),
            ["by"] = row.Requester == person ? "You" : names.GetValueOrDefault(row.Requester, row.Requester),
            ["worth"] = row.Worth?.ToString(),
            ["parts"] = row.Parts,
            ["expires"] = row.For is WaitingFor.YourDecision or WaitingFor.SomebodyElse ? Instant(row.ExpiresAt) : null,
            ["note"] = InboxWords.Note(row, person, names, away),
        })]);
        return page;
    }

    private async Task<JsonObject> DecidedAsync(InboxQuery query, string person, IReadOnlyDictionary<string, string> names, CancellationToken cancellationToken)
    {
        var since = time.GetUtcNow() - Kept;
        var (rows, total) = await gate.List.DecidedAsync(person, since, (query.Page - 1) * Size, Size, cancellationToken);
        if (rows.Count == 0 && total > 0)
        {
            (rows, total) = await gate.List.DecidedAsync(person, since, (total - 1) / Size * Size, Size, cancellationToken);
        }

        var page = Paged(query.Page, total, total);
        page["kinds"] = new JsonArray();
        page["people"] = new JsonArray();
        page["rows"] = new JsonArray([.. rows.Select(row => (JsonNode)new JsonObject
        {
            ["number"] = row.Number,
            ["title"] = row.Title,
            ["kinds"] = string.Join(", ", row.Kinds.Select(InboxWords.Kind)),
            ["by"] = row.Requester == person ? "You" : names.GetValueOrDefault(row.Requester, row.Requester),
            ["at"] = Instant(row.At),
            ["end"] = InboxWords.End(row),
            ["trouble"] = row.Ends.Any(end => end is EffectState.Failed or EffectState.Unknown),
        })]);
        return page;
    }

    private static JsonObject Paged(int page, int found, int all)
    {
        var pages = Math.Max(1, (found + Size - 1) / Size);
        return new JsonObject { ["page"] = Math.Min(page, pages), ["pages"] = pages, ["found"] = found, ["all"] = all };
    }

    private static JsonArray Choices(IEnumerable<string> keys, Func<string, string> name) => new([.. keys.Distinct(StringComparer.Ordinal).Select(key => (Key: key, Name: name(key)))
        .OrderBy(choice => choice.Name, StringComparer.Ordinal).Select(choice => (JsonNode)new JsonObject { ["key"] = choice.Key, ["name"] = choice.Name })]);

    private static JsonObject Shown(Absence absence, IReadOnlyDictionary<string, string> names) => new()
    {
        ["from"] = Day(absence.From), ["until"] = Day(absence.Until), ["deputy"] = absence.Deputy is { } deputy ? names.GetValueOrDefault(deputy, deputy) : null,
    };

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
