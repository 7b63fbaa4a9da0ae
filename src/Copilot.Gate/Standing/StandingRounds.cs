using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Copilot.Core;
using Copilot.Data;
using Microsoft.Extensions.Logging;

namespace Copilot.Gate;

/// <summary>
/// Brings what standing approvals cover on its way: on working mornings, on each colleague's own clock, once a day, never while they are away. What it says
/// is made by the function of its template, for the one who asked for the approval, and the gate checks it as everything else.
/// </summary>
internal sealed partial class StandingRounds(ConfirmationGate gate, CompanyStore store, IFactCheck facts, TimeProvider time, ILogger logger)
{
    private static readonly TimeOnly Noon = new(12, 0);
    private static readonly TimeSpan LookAgain = TimeSpan.FromHours(1);

    /// <summary>The function that makes a template's nudges, and its argument that names the colleague.</summary>
    private static readonly Dictionary<string, (string Tool, string Argument)> Makers = new(StringComparer.Ordinal) { ["nudges/worklist"] = ("receivables_send_worklist", "collector") };

    private readonly ConcurrentDictionary<(string Number, string Person), DateTimeOffset> _looked = new();

    /// <summary>Takes in what is due now; it runs next.</summary>
    /// <param name="quiet">When nobody is written to unasked.</param>
    /// <param name="cancellationToken">Stops between two colleagues.</param>
    public async Task GoAsync(RestHours quiet, CancellationToken cancellationToken)
    {
        var approvals = (await gate.Standing.ListAsync(cancellationToken)).Where(approval => approval.InForce && Makers.ContainsKey(approval.Template)).ToList();
        if (approvals.Count == 0)
        {
            return;
        }

        var away = await gate.Absences.AwayAsync(cancellationToken);
        var staff = (await store.StaffAsync(cancellationToken)).ToDictionary(found => found.Person.Key, found => found.Person, StringComparer.Ordinal);
        foreach (var (approval, key) in approvals.SelectMany(approval => approval.Recipients.Select(key => (approval, key))))
        {
            if (!away.ContainsKey(key) && staff.GetValueOrDefault(key) is { } person && IsMorning(person, quiet) && IsTime(approval.Number, key))
            {
                await SendAsync(approval, person, cancellationToken);
            }
        }
    }

    private bool IsMorning(Person person, RestHours quiet)
    {
        var (now, zone) = (time.GetUtcNow(), PersonClock.Zone(person));
        return TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime) < Noon && quiet.EndsAt(now, zone) is null;
    }

    // what was not to be sent may be an hour later: somebody to call by then, a mail server that answers
    private bool IsTime(string number, string person) => !_looked.TryGetValue((number, person), out var last) || time.GetUtcNow() - last >= LookAgain;

    private async Task SendAsync(StandingApproval approval, Person person, CancellationToken cancellationToken)
    {
        var occasion = string.Create(CultureInfo.InvariantCulture, $"{person.Key}:{PersonClock.Today(person, time.GetUtcNow()):yyyy-MM-dd}");
        _looked[(approval.Number, person.Key)] = time.GetUtcNow();
        if (await gate.Standing.WentAsync(approval.Template, occasion, cancellationToken))
        {
            return;
        }

        var (tool, argument) = Makers[approval.Template];
        var arguments = new JsonObject { [argument] = person.Name }.ToJsonString();
        var made = await facts.AgainAsync(tool, arguments, approval.RequestedBy, cancellationToken);
        var taken = made.Ok ? await gate.SubmitUnderAsync(approval.Number, occasion, tool, arguments, made.Value, cancellationToken) : made.Fault;
        if (!taken.Ok)
        {
            NotSent(logger, approval.Number, taken.Fault.Code);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Nothing goes out under {Number} to one of its colleagues now ({Code}).")]
    private static partial void NotSent(ILogger logger, string number, string code);
}
