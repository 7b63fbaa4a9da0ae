using Copilot.Conversation;
using Copilot.Core;
using Copilot.Host;

namespace Copilot.Tests.Sentences;

/// <summary>The engine as it is learned from the example sentences, once for the whole run, with the sample company's names.</summary>
internal static class TestEngine
{
    private static readonly Lazy<EmbeddedEngine> Learned = new(() =>
    {
        var folder = Directory.CreateTempSubdirectory("copilot-language-");
        try
        {
            return EmbeddedEngine.Open(PluginList.All, folder);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    });

    /// <summary>The day of the sentences: a Saturday.</summary>
    public static DateOnly Today { get; } = new(2026, 11, 21);

    public static TimeFrame Frame { get; } = new(Today, new FiscalCalendar(1));

    public static EmbeddedEngine Engine => Learned.Value;

    public static CompanyNames Names => ExampleNames.Names;

    /// <summary>Understands the last of several turns, remembering the ones before it as if each had answered with rows.</summary>
    public static Understanding Understand(params string[] turns) => Understand(turns, []);

    /// <summary>The same where the tables had those rows.</summary>
    public static Understanding Understand(string[] turns, string[] rows)
    {
        var state = ConversationState.Empty;
        Understanding? understanding = null;
        foreach (var turn in turns)
        {
            understanding = Engine.Understand(turn, new EngineContext(state, Names, Today));
            state = understanding.Verdict switch
            {
                Verdict.Call => TurnMemory.AfterCall(state, turn, Engine.Tools[understanding.Tool!], understanding.Arguments, rows, rows.Length == 0, understanding.Language),
                Verdict.Clarify => TurnMemory.AfterQuestion(state, understanding.Question, understanding.Language),
                _ => state with { Question = null },
            };
        }

        return understanding!;
    }

    /// <summary>A sentence read, not yet decided on.</summary>
    public static SentenceReading Read(string text, Language language = Language.En) => Engine.ReaderFor(Names).Read(text, Frame, language);

    /// <summary>"tool name=value name=value" in the order of the names: one line to compare.</summary>
    public static string Line(Understanding understanding) => understanding.Verdict == Verdict.Call
        ? string.Join(' ', understanding.Arguments.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={Value(pair.Value)}").Prepend(understanding.Tool))
        : understanding.Verdict.ToString();

    private static string Value(System.Text.Json.Nodes.JsonNode? node) => node is System.Text.Json.Nodes.JsonArray several
        ? string.Join('+', several.Select(item => item is System.Text.Json.Nodes.JsonObject line ? $"{line["quantity"]}x{line["sku"]}" : item!.ToString()))
        : node!.ToString();
}
