using System.Text.Json.Nodes;
using Copilot.Core;

namespace Copilot.Conversation;

/// <summary>A tool and how likely it is meant.</summary>
internal readonly record struct RankedTool(string Tool, float Probability);

/// <summary>Decides what a sentence wants: ranks the tools, fills the arguments, carries over what a follow-up leaves out, asks or declines.</summary>
internal sealed partial class Understander
{
    private const float NearlyAsLikely = 0.4f;

    /// <summary>The concept of what is certainly not the copilot's business.</summary>
    private const string Alien = "alien";

    private readonly LinearModel _model;
    private readonly Dictionary<string, Tool> _tools;

    /// <summary>An understander of those plugins' tools.</summary>
    public Understander(LinearModel model, IReadOnlyList<Plugin> plugins)
    {
        _model = model;
        _tools = plugins.SelectMany(plugin => plugin.Tools).ToDictionary(tool => tool.Name, StringComparer.Ordinal);
    }

    /// <summary>The tools by name.</summary>
    public IReadOnlyDictionary<string, Tool> Tools => _tools;

    /// <summary>The words that spelling is mended to.</summary>
    public string[] Words => _model.Words;

    /// <summary>Understands a sentence as the next turn of a conversation.</summary>
    public Understanding Understand(string text, ConversationState state, SentenceReader reader, TimeFrame frame)
    {
        var (reading, ranked) = reader.Kept.Of(text, frame, state.Language, Read);
        if (reading.Sentence.Count == 0)
        {
            return new Understanding { Verdict = Verdict.Decline, Message = Wording.Empty, Language = state.Language };
        }

        if (state.Question is null && AwaySaid.In(reading))
        {
            return new Understanding { Verdict = Verdict.Decline, Message = Wording.Away, Language = reading.Language };
        }

        if (state.Question is null && Assent.In(reading.Sentence) && state.Tool is { } last && _tools.GetValueOrDefault(last)?.Kind == ToolKind.Action)
        {
            return new Understanding { Verdict = Verdict.Decline, Message = Wording.AssentIsNone, Language = reading.Language };
        }

        if (state.Question is null && BareQuantity.In(reading.Sentence))
        {
            return new Understanding { Verdict = Verdict.Decline, Message = Wording.BareQuantity, Language = reading.Language };
        }

        // a turn weighs its ranking anew by what came before it
        var turn = new Turn(reading, state, frame, [.. ranked], reader);
        var understanding = Answer(turn) ?? Row(turn) ?? FollowUp(turn) ?? Fresh(turn);
        return understanding with { Language = reading.Language };

        (SentenceReading, IReadOnlyList<RankedTool>) Read()
        {
            var read = reader.Read(text, frame, state.Language);
            return (read, read.Sentence.Count == 0 ? [] : Rank(read));
        }
    }

    /// <summary>All tools, likeliest first; <see cref="Examples.Decline"/> is among them.</summary>
    public List<RankedTool> Rank(SentenceReading reading)
    {
        var probabilities = _model.Predict(FeatureExtractor.Of(reading));
        var ranked = new List<RankedTool>(probabilities.Length);
        for (var i = 0; i < probabilities.Length; i++)
        {
            ranked.Add(new RankedTool(_model.Classes[i], probabilities[i]));
        }

        ranked.RemoveAll(entry => entry.Tool != Examples.Decline && !_tools.ContainsKey(entry.Tool));
        ranked.Sort((left, right) => right.Probability.CompareTo(left.Probability));
        return ranked;
    }

    private Understanding Fresh(Turn turn)
    {
        if (Bare(turn) is { } bare)
        {
            return bare;
        }

        Recall(turn);
        var (first, second) = (turn.Ranked[0], turn.Ranked.Count > 1 ? turn.Ranked[1] : default);
        if (first.Tool == Examples.Decline && OwnBusiness(turn, first, second))
        {
            (first, second) = (second, default);
        }

        if (first.Tool == Examples.Decline || Foreign(turn, first))
        {
            return new Understanding { Verdict = Verdict.Decline, Message = Wording.Decline };
        }

        if (Close(turn, first, second))
        {
            return Wording.WhichTool(turn.Text, [first.Tool, second.Tool]);
        }

        return Complete(turn, Fitting(turn, first), carry: []);
    }

    /// <summary>The likeliest tool; one that is nearly as likely where that one lacks what the sentence does not give and the other has all it needs.</summary>
    private Tool Fitting(Turn turn, RankedTool first)
    {
        var tool = _tools[first.Tool];
        if (!Lacks(tool))
        {
            return tool;
        }

        var other = turn.Ranked.Skip(1).Take(2).FirstOrDefault(entry => entry.Tool != Examples.Decline && entry.Probability > NearlyAsLikely * first.Probability && !Lacks(_tools[entry.Tool]));
        return other.Tool is null ? tool : _tools[other.Tool];

        bool Lacks(Tool candidate)
        {
            var slots = SlotFiller.Fill(candidate, turn.Reading, turn.Frame);
            var arguments = (JsonObject)slots.Arguments.DeepClone();
            Remember(turn, candidate, arguments, slots);
            return SlotFiller.Missing(candidate, arguments).Any(parameter => !slots.Problems.Exists(problem => problem.Parameter == parameter));
        }
    }

    /// <summary>Whether a sentence speaks of nothing the copilot knows: no document, no name, no concept of the trade, and no tool stands out.</summary>
    private bool Foreign(Turn turn, RankedTool first)
    {
        if (turn.Reading.Documents.Count > 0)
        {
            return false;
        }

        if (turn.Reading.Has(Alien))
        {
            return first.Probability < 0.5f;
        }

        var known = KnownShare(turn.Reading);
        return turn.Evidence
            ? first.Probability < 0.05f || (first.Probability < 0.25f && known < 0.34)
            : first.Probability < 0.25f || known < 0.5;
    }

    /// <summary>Whether a sentence that looks foreign names a document, or speaks of the trade and nothing foreign: then the likeliest tool is meant after all.</summary>
    private static bool OwnBusiness(Turn turn, RankedTool foreign, RankedTool second) =>
        turn.Reading.Documents.Count > 0
        || (!turn.Reading.Has(Alien) && second.Tool is not null && turn.Evidence
            && (foreign.Probability < 0.5f && second.Probability > 0.07f && turn.Reading.Names.Exists(name => name.Kind is ParameterKind.Customer or ParameterKind.Account or ParameterKind.Sku)
                || foreign.Probability < 0.35f && second.Probability > 0.5f * foreign.Probability));

    /// <summary>Which share of the longer words outside of names the copilot knows.</summary>
    private double KnownShare(SentenceReading reading)
    {
        var (known, all) = (0, 0);
        for (var i = 0; i < reading.Words.Length; i++)
        {
            if (reading.Words[i] is { Length: >= 4 } word && reading.Sentence.Tokens[i].Kind == TokenKind.Word)
            {
                all++;
                known += Array.BinarySearch(_model.Words, word, StringComparer.Ordinal) >= 0 || CommonWords.Contains(word) ? 1 : 0;
            }
        }

        return all == 0 ? 1 : (double)known / all;
    }

    /// <summary>Whether two tools are so close that asking is better than guessing.</summary>
    private static bool Close(Turn turn, RankedTool first, RankedTool second) =>
        second.Tool is not null && second.Tool != Examples.Decline && first.Probability < 0.2f && second.Probability > 0.95f * first.Probability && turn.Reading.Documents.Count == 0;

    /// <summary>A name or a number alone: a document is opened, a name is asked about.</summary>
    private Understanding? Bare(Turn turn)
    {
        var reading = turn.Reading;
        var linked = reading.Linked.Count(covered => covered);
        var rest = reading.Sentence.Tokens.Where((token, index) => !reading.Linked[index] && token.Kind != TokenKind.Mark).ToList();
        if (linked == 0 || rest.Exists(token => !Fillers.Contains(token.Text)))
        {
            return null;
        }

        if (reading.Documents.Count == 1 && reading.Names.Count == 0)
        {
            return RowReferences.Opener(reading.Documents[0].Kind) is { } opener ? Complete(turn, _tools[opener], carry: []) : null;
        }

        var companies = reading.Names.Where(name => name.Kind is ParameterKind.Customer or ParameterKind.Account).ToList();
        if (reading.Documents.Count > 0 || companies.Count == 0)
        {
            return null;
        }

        return companies.Find(name => name.Kind == ParameterKind.Customer && name.Values.Count > 1) is { } several
            ? Wording.WhichName(several.Values, reading.Sentence.Slice(several.First, several.End), "customer", [], [], turn.Text)
            : Wording.WhatAbout(companies[0].Values[0], turn.Text);
    }

    private static readonly HashSet<string> Fillers = "the please pls bitte svp aub de der die das le la les het show and".Split(' ').ToHashSet(StringComparer.Ordinal);

    /// <summary>Fills the tool's arguments and either calls it or asks for what is ambiguous or missing.</summary>
    private Understanding Complete(Turn turn, Tool tool, JsonObject carry)
    {
        var slots = SlotFiller.Fill(tool, turn.Reading, turn.Frame);
        var arguments = (JsonObject)carry.DeepClone();
        foreach (var (name, value) in slots.Arguments)
        {
            arguments[name] = value?.DeepClone();
        }

        var carried = Remember(turn, tool, arguments, slots);
        if (slots.Problems.Find(problem => !arguments.ContainsKey(problem.Parameter.Name)) is { } problem)
        {
            return problem.Parameter.Kind == ParameterKind.Choice
                ? Wording.WhichBreakdown(tool, problem, arguments, turn.Text)
                : Wording.WhichName(problem.Choices, problem.Typed ?? "", problem.Parameter.Name, [tool.Name], arguments, turn.Text);
        }

        if (Stranger(turn, tool, slots, arguments, carried) is { } stranger)
        {
            return stranger;
        }

        if (Doubt(turn, tool, slots, arguments) is { } doubt)
        {
            return doubt;
        }

        if (ActionDoubt.Find(tool, turn.Reading, slots, arguments) is { } undone)
        {
            return Wording.NotAsSaid(tool, undone, arguments);
        }

        if (SlotFiller.Missing(tool, arguments).FirstOrDefault() is { } missing)
        {
            return Wording.WhatIsMissing(tool, missing, arguments, turn.Text);
        }

        return new Understanding { Verdict = Verdict.Call, Tool = tool.Name, Arguments = arguments, LeftOut = LeftOut.Of(tool, turn.Reading, slots) };
    }

    /// <summary>One turn's material.</summary>
    private sealed class Turn(SentenceReading reading, ConversationState state, TimeFrame frame, List<RankedTool> ranked, SentenceReader reader)
    {
        public SentenceReading Reading { get; } = reading;

        public ConversationState State { get; } = state;

        public TimeFrame Frame { get; } = frame;

        public List<RankedTool> Ranked { get; } = ranked;

        public SentenceReader Reader { get; } = reader;

        public string Text => Reading.Sentence.Text;

        /// <summary>The subjects of the trade that the sentence names: no small words, no values of enumerations.</summary>
        public List<string> Subjects { get; } = [.. reading.Concepts.Select(hit => hit.Concept).Where(IsSubject).Distinct(StringComparer.Ordinal)];

        /// <summary>Whether anything of the trade is named: a subject, a company, a document, a value of an enumeration.</summary>
        public bool Evidence => Subjects.Count > 0 || Reading.Documents.Count > 0 || Reading.Names.Exists(name => name.Kind != ParameterKind.Person)
            || Reading.Concepts.Exists(hit => hit.Concept.StartsWith("status=", StringComparison.Ordinal) || hit.Concept.StartsWith("hold_reason=", StringComparison.Ordinal) || hit.Concept.StartsWith("stage=", StringComparison.Ordinal));

        private static bool IsSubject(string concept) => !concept.Contains('=', StringComparison.Ordinal) && !concept.Contains('.', StringComparison.Ordinal)
            && concept is not ("late" or "broken" or "more_than" or "less_than" or "mine" or "pron" or "deadline" or "neg" or Alien);
    }
}
