using Copilot.Core;

namespace Copilot.Gate;

/// <summary>Why the gate does not do something: each has its own plain answer and its stable code.</summary>
internal static class GateFaults
{
    public static Fault NoRule(EffectRule effect) => new("GA-020", $"The policy has no rule for \"{PolicyWords.Of(effect)}\", so it cannot be done. An administrator can add one to policy.yaml.");

    public static Fault MayNotRequest(EffectRule effect, IEnumerable<string> roles) => new("GA-021", $"You may not ask for this ({PolicyWords.Of(effect)}). It can be asked for by: {Plain(roles)}.");

    public static Fault MayNotConfirm(EffectRule effect, IEnumerable<string> roles) => new("GA-022", $"You may not confirm this ({PolicyWords.Of(effect)}). It can be confirmed by: {Plain(roles)}.");

    public static Fault SamePersonOnly(string requester) => new("GA-023", $"Only the one who asked ({requester}) confirms this.");

    public static Fault FourEyes(EffectRule effect, IEnumerable<string> roles) => new("GA-024", $"You asked for this, so somebody else confirms it ({PolicyWords.Of(effect)}): {Plain(roles)}. Pass it on with \"pass P-… to NAME\".");

    public static Fault FourEyesAbove(EffectRule effect, decimal limit, IEnumerable<string> roles) => new("GA-025", $"Above {limit:N0} in the base currency, today's own ones together, somebody else confirms what you asked for ({PolicyWords.Of(effect)}): {Plain(roles)}.");

    public static Fault BeyondLimit(EffectRule effect, string what, decimal limit) => new("GA-026", $"That is beyond the policy's limit for {what} ({PolicyWords.Of(effect)}: {limit:N0} in the base currency). Split by day or person does not help where the limit is a day's; ask an administrator.");

    public static Fault UnknownContacts(string customer, IEnumerable<string> addresses) => new("GA-027", $"{string.Join(", ", addresses)} is not among the contacts on file for {customer}; mail goes to known contacts alone. Add the contact in the system that holds them first.");

    public static Fault NotFound(string typed) => new("GA-030", $"There is no proposal {typed} for you to see. \"What is waiting for me?\" lists those that are.", ["What is waiting for me?"]);

    public static Fault Decided(string number, string how) => new("GA-031", $"{number} was decided already: {how}. Nothing more was done.");

    public static Fault Expired(string number) => new("GA-032", $"{number} has expired and can no longer be confirmed. Ask for it anew.");

    public static Fault Superseded(string number, string by) => new("GA-033", $"{number} was replaced by {by}. Decide on that one.");

    public static Fault NotPresented(string number) => new("GA-034", $"{number} has not been shown to you in this form yet. Here it is; look at it, then decide.");

    public static Fault OtherBytes(string number) => new("GA-035", $"What you confirmed is not what {number} holds; nothing was done. Open it again with \"show {number}\".");

    public static Fault Broken(string number) => new("GA-036", $"The stored bytes of {number} do not yield their digest; nothing was done, and nothing will be. Tell your administrator.");

    public static Fault Stopped(string said) => new("GA-037", $"Everything is stopped: {said}. Nothing is confirmed or run until an administrator releases it (copilot gate release).");

    public static Fault AnotherDay(DateOnly day) => new("GA-038", $"The business day is set to {day:yyyy-MM-dd}, which is not today: nothing can be confirmed. Take the setting Copilot:Today away to act.");

    public static Fault NoSuchEffect(string number, int ordinal) => new("GA-039", $"{number} has no part {ordinal}.");

    public static Fault NothingLeft(string number) => new("GA-040", $"That leaves nothing of {number} to do. Reject it instead: reject {number}");

    public static Fault NotUndoable(string number, string why) => new("GA-041", $"{number} cannot be taken back: {why}.");

    public static Fault NothingToRetry(string number) => new("GA-042", $"Nothing of {number} failed, so there is nothing to try again.");

    public static Fault NotUnknown(string key) => new("GA-043", $"Whether {key} happened is known; there is nothing to settle.");

    public static Fault UnknownPerson(string typed) => new("GA-044", $"Nobody on the staff is called \"{typed}\".");

    public static Fault MayNotBeAsked(string name, Fault why) => new("GA-045", $"{name} could not confirm it either. {why.Message}");

    public static Fault MovedMeanwhile(string number) => new("GA-046", $"Somebody else decided on {number} at the same moment. Open it with \"show {number}\" to see how.");

    public static Fault SecondRole(string role) => new("GA-047", $"For this amount, with what you confirmed today, a {role.Replace('_', ' ')} confirms as well. What you said is kept; pass it on with \"pass P-… to NAME\".");

    public static Fault OwnRecordsOnly(EffectRule effect) => new("GA-048", $"Under the policy one changes one's own records alone ({PolicyWords.Of(effect)}).");

    public static Fault StopIsElsewhere() => new("GA-117", "This stops nothing: the emergency stop is pulled on the machine of the host, by whoever runs it: copilot gate stop \"why\". Whether it is pulled now, ask: is everything stopped? What was not confirmed does nothing by itself; reject it to be sure.");

    public static Fault WhichProposal() => new("GA-118", "Nothing was decided: that names no proposal. Type its number, as: confirm P-1042. To see which wait, say: what is waiting for me");

    public static Fault NotAnEnding(string number) => new("GA-116", $"Nothing was ended. To end {number}, type this and nothing else: end {number}");

    public static Fault NotADecision(string number) => new(
        "GA-049", $"I take a decision only when it is the whole message, as: confirm {number}. Also: confirm {number} without 2, reject {number} because …, edit {number}/1 FIELD: …, pass {number} to NAME, undo {number}, retry {number}. Nothing was done.", [$"show {number}"]);

    public static Fault ErasureTerms(int shortest, int most) => new("GA-050", $"Say what the person is called: 1 to {most} of short name, full name and mail addresses, each of {shortest} letters or more. A shorter one would take along what means somebody else.");

    public static Fault ErasureMeetsRunning(IReadOnlyList<string> numbers) => new("GA-051", $"{string.Join(", ", numbers)} names that person and is about to run. Wait for its receipt, or stop it with: copilot gate stop – then erase.");

    public static Fault PartErased(string number) => new("GA-052", $"Part of {number} was erased or altered since it was confirmed, so nothing of it runs any more. Ask for what is left anew.");

    public static Fault OwnDeputy() => new("GA-060", "Somebody else stands in for you while you are away; leave it empty where nobody does.");

    public static Fault UnknownDeputy(string typed) => new("GA-061", $"Nobody on the staff is called \"{typed}\", so nobody stands in yet. Say a name as it stands in the list of people.");

    public static Fault AwayBackwards(DateOnly from, DateOnly until) => new("GA-062", $"The last day away ({until:yyyy-MM-dd}) is before the first ({from:yyyy-MM-dd}). Say the first day, then the last.");

    public static Fault AwayOver(DateOnly until) => new("GA-063", $"{until:yyyy-MM-dd} is over already. Say a last day away that is today or later.");

    public static Fault AwayTooLong(int days) => new("GA-064", $"At most {days} days away can be said at once. Say a nearer last day, and say it again later.");

    public static Fault NotAway() => new("GA-065", "You have not said that you are away, so there is nothing to take back.");

    public static Fault PartGone() => new("GA-090", "There is no such part any more.");

    public static Fault DraftedAnew() => new("GA-091", "What was corrected there has itself changed since.");

    private static string Plain(IEnumerable<string> roles)
    {
        var words = roles.Order(StringComparer.Ordinal).Select(role => role.Replace('_', ' ')).ToArray();
        return words.Length == 0 ? "nobody, as the policy stands" : string.Join(" or ", words);
    }
}
