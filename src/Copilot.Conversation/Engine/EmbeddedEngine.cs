using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Copilot.Core;
using Microsoft.Extensions.AI;

namespace Copilot.Conversation;

/// <summary>
/// The engine that needs no model and no network: an <see cref="IChatClient"/> that answers the last user message with a tool call in canonical
/// arguments, a question back, or a refusal. The two last are told apart by <see cref="EngineContext.VerdictKey"/>.
/// </summary>
public sealed class EmbeddedEngine : IChatClient
{
    private readonly Understander _understander;
    private readonly Spelling _spelling;
    private SentenceReader? _reader;

    private EmbeddedEngine(Understander understander, string version) => (_understander, _spelling, Version) = (understander, new Spelling(understander.Words), version);

    /// <summary>What it learned from, by hash: the ledger keeps it with every answer, so that the same understanding can be had again.</summary>
    public string Version { get; }

    /// <summary>Opens the engine for those plugins: reads its model from the data folder, or learns it from the example sentences at first use (seconds).</summary>
    public static EmbeddedEngine Open(IReadOnlyList<Plugin> plugins, DirectoryInfo dataFolder)
    {
        ArgumentNullException.ThrowIfNull(plugins);
        ArgumentNullException.ThrowIfNull(dataFolder);
        return new EmbeddedEngine(new Understander(ModelStore.Open(plugins, dataFolder), plugins), $"embedded {ModelStore.Key(plugins)}");
    }

    /// <inheritdoc/>
    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var text = messages.LastOrDefault(message => message.Role == ChatRole.User)?.Text ?? "";
        var context = options?.AdditionalProperties?.GetValueOrDefault(EngineContext.Key) as EngineContext
            ?? throw new ArgumentException($"The options carry no {nameof(EngineContext)} under \"{EngineContext.Key}\".", nameof(options));
        return Task.FromResult(Respond(Understand(text, context)));
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var update in (await GetResponseAsync(messages, options, cancellationToken)).ToChatResponseUpdates())
        {
            yield return update;
        }
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null) => serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    /// <summary>The likeliest tools for a sentence, best first: what a language model is shown.</summary>
    public IReadOnlyList<string> Rank(string text, EngineContext context, int count)
    {
        ArgumentNullException.ThrowIfNull(context);
        var reading = ReaderFor(context.Names).Read(text, Frame(context), context.State.Language);
        return [.. _understander.Rank(reading).Where(entry => entry.Tool != Examples.Decline).Take(count).Select(entry => entry.Tool)];
    }

    /// <summary>Understands a sentence without the envelope of a chat response.</summary>
    internal Understanding Understand(string text, EngineContext context) => _understander.Understand(text, context.State, ReaderFor(context.Names), Frame(context));

    /// <summary>The ranking of a sentence already read.</summary>
    internal List<RankedTool> RankForTest(SentenceReading reading) => _understander.Rank(reading);

    /// <summary>The tools it chooses from.</summary>
    internal IReadOnlyDictionary<string, Tool> Tools => _understander.Tools;

    /// <summary>The reader for those names, for "did you mean".</summary>
    internal SentenceReader ReaderFor(CompanyNames names)
    {
        // names stay the same object as long as the company's data do
        var reader = _reader;
        if (reader is null || !ReferenceEquals(reader.Gazetteer.Names, names))
        {
            _reader = reader = new SentenceReader(new Gazetteer(names, CommonWords.Contains), _spelling);
        }

        return reader;
    }

    private static TimeFrame Frame(EngineContext context) => new(context.Today, context.Names.Fiscal);

    private static ChatResponse Respond(Understanding understanding)
    {
        AIContent content = understanding.Verdict == Verdict.Call
            ? new FunctionCallContent("call-1", understanding.Tool!, understanding.Arguments.ToDictionary(pair => pair.Key, pair => (object?)pair.Value))
            : new TextContent(understanding.Message);
        var response = new ChatResponse(new ChatMessage(ChatRole.Assistant, [content])) { AdditionalProperties = new AdditionalPropertiesDictionary { [EngineContext.LanguageKey] = understanding.Language } };
        response.AdditionalProperties[EngineContext.LeftOutKey] = understanding.LeftOut;
        if (understanding.Verdict != Verdict.Call)
        {
            response.AdditionalProperties[EngineContext.VerdictKey] = understanding.Verdict == Verdict.Clarify ? EngineContext.Clarify : EngineContext.Decline;
            response.AdditionalProperties[EngineContext.QuestionKey] = understanding.Question;
        }

        return response;
    }
}
