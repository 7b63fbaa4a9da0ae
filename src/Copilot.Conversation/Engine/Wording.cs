using System.Text.Json.Nodes;
using Copilot.Core;

namespace Copilot.Conversation;

/// <summary>What the engine says itself: questions back and refusals, in plain words.</summary>
internal static class Wording
{
    /// <summary>Nothing was typed.</summary>
    public const string Empty = "There is nothing to answer: type a question, as \"who is overdue?\", or \"help\".";

    /// <summary>Somebody is away, which is not set in a sentence.</summary>
    public const string Away = "I do not note that from a sentence. Say it on the page under inbox, \"away\", or in a terminal with \"copilot away\": until when, and who stands in for you.";

    /// <summary>Not the copilot's business.</summary>
    public const string Decline = "That is not something I do. I answer about orders, deliveries, invoices and payments, chargebacks, the CRM, forecasts and procedures; type \"help\" to see what can be asked.";

    private static readonly Dictionary<string, string> Asked = new(StringComparer.Ordinal)
    {
        ["customer"] = "Which customer?", ["account"] = "Which account?", ["keep"] = "Which account is to be kept?", ["merge"] = "Which account is to be merged into it?", ["order"] = "Which order? Give its number, as SO-10482, or the customer's PO.",
        ["invoice"] = "Which invoice? Give its number, as INV-20417.", ["payment"] = "Which payment? Give its number, as PAY-50012.", ["chargeback"] = "Which chargeback? Give its number, as CB-3007.",
        ["opportunity"] = "Which opportunity? Give its number, as OPP-7012.", ["message"] = "Which EDI message? Give its number, as EDI-88012.", ["warehouse"] = "Which warehouse?", ["sku"] = "Which product? Give its SKU.",
        ["reason"] = "What is the reason?", ["note"] = "What is to be noted?", ["amount"] = "What amount?", ["date"] = "Which day?", ["value"] = "What is the new value?", ["field"] = "Which field is to be changed?",
        ["lines"] = "Which articles and how many? For instance: 12 units of LL-CDL-200.", ["on"] = "Are reminders to be turned on or off?", ["question"] = "What do you want to know?", ["role"] = "For which role?",
        ["title"] = "What is the procedure to be called?", ["source"] = "From which notes is it to be written? Paste them.", ["draft"] = "Which draft?", ["plan"] = "Which plan?", ["change"] = "What change is to be simulated?", ["rep"] = "Whose?",
    };

    /// <summary>Asks which of several names is meant.</summary>
    public static Understanding WhichName(IReadOnlyList<string> names, string typed, string argument, IReadOnlyList<string> tools, JsonObject arguments, string text) => new()
    {
        Verdict = Verdict.Clarify, Tool = tools.Count > 0 ? tools[0] : null, Arguments = arguments,
        Message = WhichOf(typed, names),
        Question = new OpenQuestion { Tools = tools, Arguments = (JsonObject)arguments.DeepClone(), Argument = argument, Choices = names, Typed = typed, Text = text },
    };

    /// <summary>Nobody is called that; offers who comes nearest.</summary>
    public static Understanding NoSuchName(Tool tool, string argument, string typed, IReadOnlyList<string> nearest, JsonObject arguments, string text) => new()
    {
        Verdict = Verdict.Clarify, Tool = tool.Name, Arguments = arguments,
        Message = UnknownNameOf(argument, typed, nearest),
        Question = new OpenQuestion { Tools = [tool.Name], Arguments = (JsonObject)arguments.DeepClone(), Argument = argument, Choices = nearest, Typed = typed, Code = LanguageFaults.NotFoundCode, Text = text },
    };

    /// <summary>Nobody is called that, and the tool wants a record of theirs or takes all there are.</summary>
    public static Understanding NobodysRecord(Tool tool, ToolParameter? missing, string typed, IReadOnlyList<string> nearest, JsonObject arguments, string text)
    {
        var unknown = UnknownNameOf("customer", typed, nearest);
        if (missing is null)
        {
            return new Understanding { Verdict = Verdict.Clarify, Tool = tool.Name, Arguments = arguments, Message = $"{unknown} Say it again with the name of one, or without a name." };
        }

        var asked = WhatIsMissing(tool, missing, arguments, text);
        return asked with { Message = $"{unknown} {asked.Message}" };
    }

    /// <summary>A document that was named does not tell what the tool needs.</summary>
    public static Understanding DoesNotTell(Tool tool, ToolParameter missing, string typed, JsonObject arguments, string text)
    {
        var asked = WhatIsMissing(tool, missing, arguments, text);
        return asked with { Message = $"\"{typed}\" does not tell which {Plain(missing.Name)} is meant. {asked.Message}" };
    }

    /// <summary>The sentence that nobody is called that.</summary>
    public static string UnknownNameOf(string argument, string typed, IReadOnlyList<string> nearest) => LanguageFaults.NotFound(argument switch { "warehouse" => "site", "rep" or "owner" or "collector" or "actor" => "colleague", _ => Plain(argument) }, typed, nearest).Message;

    /// <summary>What was written is no day and no period.</summary>
    public static Understanding NoSuchTime(Tool tool, string argument, string typed, string why, JsonObject arguments, string text) => new()
    {
        Verdict = Verdict.Clarify, Tool = tool.Name, Arguments = arguments,
        Message = $"\"{typed}\" cannot be: {why}. Which {(argument == "period" ? "period" : "day")} do you mean?",
        Question = new OpenQuestion { Tools = [tool.Name], Arguments = (JsonObject)arguments.DeepClone(), Argument = argument, Code = "LA-006", Text = text },
    };

    /// <summary>An amount was begun and not said.</summary>
    public static Understanding NoAmount(Tool tool, string argument, string typed, JsonObject arguments, string text) => new()
    {
        Verdict = Verdict.Clarify, Tool = tool.Name, Arguments = arguments,
        Message = $"\"{typed}\" is missing its number. Which amount? Type it as 5,000 or 5k.",
        Question = new OpenQuestion { Tools = [tool.Name], Arguments = (JsonObject)arguments.DeepClone(), Argument = argument, Code = "LA-010", Text = text },
    };

    /// <summary>Asks for one of the breakdowns that a tool takes.</summary>
    public static Understanding WhichBreakdown(Tool tool, SlotProblem problem, JsonObject arguments, string text) => new()
    {
        Verdict = Verdict.Clarify, Tool = tool.Name, Arguments = arguments,
        Message = $"{Spoken(tool.Name)} cannot be broken down by \"{problem.Typed}\". By {Or([.. problem.Choices.Select(Plain)])}?",
        Question = new OpenQuestion { Tools = [tool.Name], Arguments = (JsonObject)arguments.DeepClone(), Argument = problem.Parameter.Name, Choices = problem.Choices, Text = text },
    };

    /// <summary>The question which of several names is meant.</summary>
    public static string WhichOf(string typed, IReadOnlyList<string> names) => $"Which one do you mean by \"{typed}\": {Or(names)}?";

    /// <summary>Asks for a required argument.</summary>
    public static Understanding WhatIsMissing(Tool tool, ToolParameter missing, JsonObject arguments, string text) => new()
    {
        Verdict = Verdict.Clarify, Tool = tool.Name, Arguments = arguments,
        Message = Asked.GetValueOrDefault(missing.Name, $"What is the {missing.Name.Replace('_', ' ')}?") + (missing.Choices.Count is > 0 and <= 13 ? $" One of: {string.Join(", ", missing.Choices.Select(Plain))}." : ""),
        Question = new OpenQuestion { Tools = [tool.Name], Arguments = (JsonObject)arguments.DeepClone(), Argument = missing.Name, Choices = [.. missing.Choices], Text = text },
    };

    /// <summary>Asks which of two readings is meant.</summary>
    public static Understanding WhichTool(string text, IReadOnlyList<string> tools) => new()
    {
        Verdict = Verdict.Clarify,
        Message = $"Do you mean {Or([.. tools.Select(Spoken)])}?",
        Question = new OpenQuestion { Tools = tools, Choices = [.. tools.Select(Spoken)], Text = text },
    };

    /// <summary>Asks what is wanted of a company that was named and nothing else.</summary>
    public static Understanding WhatAbout(string name, string text) => new()
    {
        Verdict = Verdict.Clarify,
        Message = $"What would you like to know about {name}: its account, what is overdue, or its open orders?",
        Question = new OpenQuestion { Tools = ["receivables_account", "receivables_overdue", "orders_find"], Choices = [$"account of {name}", $"what is overdue at {name}", $"open orders of {name}"], Text = text },
    };

    /// <summary>An action cannot be done as it was said; nothing waits for an answer.</summary>
    public static Understanding NotAsSaid(Tool tool, string why, JsonObject arguments) => new() { Verdict = Verdict.Clarify, Tool = tool.Name, Arguments = arguments, Message = why };

    /// <summary>What a "yes" after a proposal is told.</summary>
    public const string AssentIsNone = "Nothing was confirmed: a yes names no proposal. Press its button, or type its number, as: confirm P-1042. To see which wait, say: what is waiting for me";

    /// <summary>How many, and not what of it.</summary>
    public const string BareQuantity = "That says how many and not what is to be done, so nothing is. To see every row, take the whole table as a file; to have something done, say it whole, as: remind all overdue customers";

    /// <summary>The question that waited is dropped.</summary>
    public static Understanding Dropped() => new() { Verdict = Verdict.Clarify, Message = "Then nothing is proposed." };

    /// <summary>The last request cannot be changed in that way.</summary>
    public static Understanding TakesNo(Tool tool, string typed) => new()
    {
        Verdict = Verdict.Clarify, Tool = tool.Name,
        Message = $"{Plain(tool.Name[(tool.Name.IndexOf('_', StringComparison.Ordinal) + 1)..])} cannot be asked \"{typed}\": it has no such filter. Ask it in a whole sentence, or type \"help\".",
    };

    /// <summary>There are fewer rows than that.</summary>
    public static Understanding NoSuchRow(int rows) => new()
    {
        Verdict = Verdict.Clarify,
        Message = rows == 1 ? "The last table has one row only." : $"The last table has {rows} rows only. Which of them?",
    };

    /// <summary>"receivables_draft_reminder" → "draft reminder (receivables)".</summary>
    public static string Spoken(string tool)
    {
        var line = tool.IndexOf('_', StringComparison.Ordinal);
        return $"{Plain(tool[(line + 1)..])} ({tool[..line]})";
    }

    private static string Plain(string word) => word.Replace('_', ' ');

    private static string Or(IReadOnlyList<string> names) => names.Count switch
    {
        0 => "",
        1 => names[0],
        _ => $"{string.Join(", ", names.Take(Math.Min(names.Count - 1, 5)))} or {(names.Count > 6 ? "another" : names[^1])}",
    };
}
