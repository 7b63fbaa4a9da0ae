using Copilot.Core;

namespace Copilot.Gate;

/// <summary>What can be wrong with a standing approval or with what is to run under it, each with its stable code.</summary>
internal static class StandingFaults
{
    public static Fault NotFound(string typed) => new("GA-100", $"There is no standing approval {typed}. To see which there are, say: standing approvals");

    public static Fault Over(string number, DateOnly until) => new("GA-101", $"{number} ended on {until:yyyy-MM-dd}; nothing goes out under it any more. Ask for a new one.");

    public static Fault Ended(string number, string by) => new("GA-102", $"{number} was ended by {by}; nothing goes out under it any more.");

    public static Fault NotCovered(string number, string kind) => new("GA-103", $"{number} covers nudges alone, not {kind.Replace('_', ' ')}: that is confirmed by itself.");

    public static Fault OtherTemplate(string number, string template) => new("GA-104", $"The words of {template} are not those that {number} was given for. A changed template needs a new standing approval.");

    public static Fault OtherWords(string number) => new("GA-105", $"What is to be sent under {number} is not what its template makes of these values; nothing was sent.");

    public static Fault NotARecipient(string number, string name) => new("GA-106", $"{name} is not among those whom {number} names.");

    public static Fault UsedUp(string number, int perDay) => new("GA-107", $"{number} covers {perDay:N0} a day, and that many have gone out today. The next can tomorrow.");

    public static Fault NotAllowed(EffectRule effect) => new("GA-108", $"The policy allows no standing approval for \"{PolicyWords.Of(effect)}\": each is confirmed by itself. An administrator can add \"standing\" to its rule.");

    public static Fault TooWide(StandingBounds bounds, DateOnly today) => new("GA-109", $"A standing approval covers 1 to {bounds.PerDay:N0} a day and ends by {today.AddDays(bounds.Days):yyyy-MM-dd} under the policy. Ask for less.");

    public static Fault NotOnTheStaff(IEnumerable<string> names) => new("GA-110", $"{string.Join(", ", names)}: nobody on the staff has that name and address now. Ask for it anew.");

    public static Fault Nobody() => new("GA-111", "It names nobody. A standing approval names each colleague who may get its nudges.");

    public static Fault GrantorGone(string number, string person) => new("GA-112", $"{person}, who confirmed {number}, may not confirm it any more, so nothing goes out under it. Ask for a new one.");

    public static Fault NotYours(string number, string asked, string confirmed) => new(
        "GA-113", $"Nothing was ended: {number} can be ended by {(asked == confirmed ? $"{asked}, who asked for it and confirmed it" : $"{asked}, who asked for it, by {confirmed}, who confirmed it")}, by those who may confirm its like, or by an administrator.");

    public static Fault AlreadyWent(string number) => new("GA-115", $"For this occasion these words went out before, under {number}; nothing goes out twice.");

    public static Fault WordsNotFound(string template) => new("GA-114", $"There is no template {template} with these words now. Ask for it anew.");
}
