using System.Text.Json.Nodes;
using Copilot.Core;

namespace Copilot.Conversation;

/// <summary>What could not be filled, and what to ask for it.</summary>
/// <param name="Parameter">The argument.</param>
/// <param name="Choices">What it may be; empty when it is missing altogether.</param>
/// <param name="Typed">What was typed for it, when it was ambiguous.</param>
internal sealed record SlotProblem(ToolParameter Parameter, IReadOnlyList<string> Choices, string? Typed);

/// <summary>The arguments of one tool being read from one sentence. Each token serves one argument.</summary>
internal sealed class SlotContext(Tool tool, SentenceReading reading, TimeFrame frame)
{
    private readonly bool[] _used = new bool[reading.Sentence.Count];

    /// <summary>The tool.</summary>
    public Tool Tool { get; } = tool;

    /// <summary>The sentence.</summary>
    public SentenceReading Reading { get; } = reading;

    /// <summary>Today and the calendar.</summary>
    public TimeFrame Frame { get; } = frame;

    /// <summary>What was filled.</summary>
    public JsonObject Arguments { get; } = [];

    /// <summary>What was ambiguous.</summary>
    public List<SlotProblem> Problems { get; } = [];

    /// <summary>Whether the argument is filled.</summary>
    public bool Has(string name) => Arguments.ContainsKey(name);

    /// <summary>Whether a token serves an argument already.</summary>
    public bool IsUsed(int token) => token >= 0 && token < _used.Length && _used[token];

    /// <summary>Whether any of those tokens serves an argument already.</summary>
    public bool IsUsed(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (IsUsed(i))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Fills an argument from those tokens.</summary>
    public void Set(string name, JsonNode value, int first, int end)
    {
        Arguments[name] = value;
        Use(first, end);
    }

    /// <summary>Marks tokens as serving an argument.</summary>
    public void Use(int first, int end)
    {
        for (var i = first; i < Math.Min(end, _used.Length); i++)
        {
            _used[i] = true;
        }
    }
}
