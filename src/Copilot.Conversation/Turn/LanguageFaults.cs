using Copilot.Core;

namespace Copilot.Conversation;

/// <summary>What can be wrong with a sentence or its arguments, each with its stable code.</summary>
internal static class LanguageFaults
{
    /// <summary>Nothing and nobody is called that.</summary>
    public const string NotFoundCode = "LA-003";

    public static Fault Empty { get; } = new("LA-001", Wording.Empty);

    public static Fault TooLong(int length, int most) => new("LA-002", $"That is {length:N0} characters long; I read up to {most:N0}. Shorten it, or ask in several sentences.");

    public static Fault NotFound(string what, string typed, IReadOnlyList<string> nearest) => new(
        NotFoundCode, $"I find no {what} \"{Short(typed)}\" among what you may see." + (nearest.Count > 0 ? $" Did you mean {string.Join(" or ", nearest)}?" : " Check the spelling or the number."), nearest);

    public static Fault SeveralOrders(string po, IReadOnlyList<string> orders) => new("LA-004", $"PO {po} stands on {orders.Count} orders. Which of them: {string.Join(", ", orders)}?", orders);

    public static Fault OutOfRange(string name, string typed, string allowed) => new("LA-005", $"{Plain(name)} is to be {allowed}; you asked for {Short(typed)}.");

    public static Fault NotAPeriod(string typed) => new("LA-006", $"\"{Short(typed)}\" is no period I know. Name one as \"last quarter\", \"October 2026\", \"2026-Q3\" or \"2026-10-01..2026-10-31\".");

    public static Fault NotADate(string typed) => new("LA-007", $"\"{Short(typed)}\" is no day I know. Name one as 2026-12-05 or \"5 December\".");

    public static Fault NotAChoice(string name, string typed, IReadOnlyList<string> choices) => new("LA-008", $"{Plain(name)} cannot be \"{Short(typed)}\". It is one of: {string.Join(", ", choices.Select(choice => choice.Replace('_', ' ')))}.", choices);

    public static Fault TooMuchText(string name, int most) => new("LA-009", $"{Plain(name)} may hold {most:N0} characters at most. Shorten it.");

    public static Fault NotANumber(string name, string typed) => new("LA-010", $"{Plain(name)} needs a number; \"{Short(typed)}\" is none.");

    public static Fault Refused(Area area, string whom) => new("LA-011", $"You may not see {Words.Of(area)}. {whom}");

    public static Fault NotBuilt(string tool) => new("LA-012", $"I understand that as {Wording.Spoken(tool)}, but {tool} is not built yet.");

    public static Fault Broken(string reference) => new("LA-013", $"Something went wrong on our side; nothing was changed. Give the administrator this reference: {reference}.");

    public static Fault UnknownTool(string tool) => new("LA-014", $"There is no function \"{Short(tool)}\".");

    public static Fault Missing(string name) => new("LA-015", $"{Plain(name)} is missing.");

    public static Fault AnotherDay(DateOnly today) => new("LA-016", $"The business day is set to {today:yyyy-MM-dd}, which is not today: questions are answered as of then, and nothing can be changed. Take the setting Copilot:Today away to act.");

    public static Fault UnknownArgument(string tool, string name) => new("LA-017", $"{tool} takes no \"{Short(name)}\".");

    private static string Plain(string name) => char.ToUpperInvariant(name[0]) + name[1..].Replace('_', ' ');

    private static string Short(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
