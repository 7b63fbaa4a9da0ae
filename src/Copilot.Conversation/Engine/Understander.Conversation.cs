using System.Text.Json.Nodes;
using Copilot.Core;

namespace Copilot.Conversation;

/// <summary>What a sentence takes from the turns before it.</summary>
internal sealed partial class Understander
{
    private const int LongestChoice = 4;

    private static readonly HashSet<string> Pronouns = (
        "it that this them they their his her him these those its he she same ihn ihm ihnen deren dessen diesen diesem diese dieser dieses er sie es lui leur leurs celui celle ca cela cette ce cet ces son sa ses y derselbe dieselbe denselben demselben derselben dieselben dezelfde "
        + "hem haar hen hun deze die dit dat ze het zijn ervan ervoor daarvan").Split(' ').ToHashSet(StringComparer.Ordinal);

    private static readonly HashSet<string> GivingUp = (
        "no|nein|non|nee|stop|cancel|abort|nothing|never mind|nevermind|forget it|no forget it|no thanks|leave it|drop it|cancel that|abbrechen|vergiss es|nein danke|lass es|annuler|laisse tomber|non merci|laat maar|vergeet het|nee dank je|annuleren|stopp|arrete").Split('|').ToHashSet(StringComparer.Ordinal);

    private static readonly HashSet<string> Openers = "and und et en also auch aussi ook what how was now jetzt nun maintenant nu only just nur seulement alleen same instead then dann alors dan but aber mais maar ok okay or oder ou of plus".Split(' ').ToHashSet(StringComparer.Ordinal);

    private static readonly HashSet<string> SmallTalk = (
        "because wegen weil car omdat vanwege due make er daar set them those which were are was have has do can you could give too as well welche welcher welches davon waren quels quelles lesquels sont etaient welke waren daarvan waarvan whose which where dont deren wo mach mache doe maak fais mets let lets change zeige bitte and und et en also auch aussi ook what about how for fur pour voor only just nur seulement alleen same instead then dann alors dan but aber mais maar ok okay please bitte svp now jetzt maintenant nu the der die das den dem le la les l de het "
        + "in im au aux a by to of from with mit avec met bei von du des van is it ist est was wie sieht aus ist mit show me zeig montre toon that this ones one rather lieber plutot liever stattdessen plaats daarvan thing again hetzelfde gleiche dasselbe meme chose pareil "
        + "idem dito ditto zum zur auf on at all over uber ueber plus meer mehr more than als que dan under unter i meant mean meine ich we it's again nochmal customer customers client clients kunde kunden klant klanten account accounts retailers region one ones ceux celles those diejenigen wat zit hoe staat t chez dont their sie only's up s d qu sur per nach naar bij op an").Split(' ').ToHashSet(StringComparer.Ordinal);

    /// <summary>The answer to the question that waits, when the sentence is one.</summary>
    private Understanding? Answer(Turn turn)
    {
        if (turn.State.Question is not { } question)
        {
            return null;
        }

        var choice = Choice(turn, question);
        if (question.Argument is null)
        {
            return choice is { } index && index < question.Tools.Count ? Reread(turn, question, question.Tools[index]) : AmongTools(turn, question);
        }

        if (question.Tools.Count == 0)
        {
            return choice is { } named ? Wording.WhatAbout(question.Choices[named], turn.Text) : null;
        }

        var tool = _tools[question.Tools[0]];
        var free = tool.Parameter(question.Argument)?.Kind == ParameterKind.Text;
        if (GivesUp(turn.Reading.Sentence) || (free && TakesBack(turn.Reading.Sentence)))
        {
            return Wording.Dropped();
        }

        if (free && AsksSomething(turn.Reading.Sentence))
        {
            return null;
        }

        // "Trendhaus doesn't want 24 LL-SOP-200" answers no question for an article
        if (!free && tool.Kind == ToolKind.Action && ActionSentence.SaysNo(turn.Reading.Sentence))
        {
            return null;
        }

        // a whole request that happens to name one of the answers is a request
        if (choice is { } chosen && !(turn.Reading.Sentence.Count > LongestChoice && tool.Parameter(question.Argument) is { } about && IsNewRequest(turn, tool, about.Kind)))
        {
            return Filled(turn, tool, question, JsonValue.Create(question.Choices[chosen]));
        }

        var parameter = tool.Parameter(question.Argument);
        if (parameter is null || IsNewRequest(turn, tool, parameter.Kind) || (parameter.Kind == ParameterKind.Text && IsOrder(turn, tool)))
        {
            return null;
        }

        if (parameter.Kind == ParameterKind.Text && !TextSlots.OpensWithBecause(turn.Reading.Sentence))
        {
            return Filled(turn, tool, question, JsonValue.Create(turn.Text.TrimEnd('.', ' ')));
        }

        var slots = SlotFiller.Fill(tool, turn.Reading, turn.Frame);
        if (slots.Arguments[parameter.Name] is { } value)
        {
            return Filled(turn, tool, question, value.DeepClone(), slots.Arguments);
        }

        // a bare number answers the question for an amount, a day count or a document
        if (parameter.Kind is ParameterKind.Amount or ParameterKind.Count && turn.Reading.Numbers is [var number, ..])
        {
            return Filled(turn, tool, question, parameter.Kind == ParameterKind.Count ? JsonValue.Create((int)number.Value) : JsonValue.Create(number.Value));
        }

        return slots.Problems.Find(problem => problem.Parameter.Name == parameter.Name) is { } problem
            ? Wording.WhichName(problem.Choices, problem.Typed ?? "", parameter.Name, [tool.Name], question.Arguments, question.Text)
            : null;
    }

    private Understanding Filled(Turn turn, Tool tool, OpenQuestion question, JsonNode value, JsonObject? others = null)
    {
        var arguments = (JsonObject)question.Arguments.DeepClone();
        foreach (var (name, other) in others ?? [])
        {
            arguments[name] = other?.DeepClone();
        }

        arguments[question.Argument!] = value;
        return SlotFiller.Missing(tool, arguments).FirstOrDefault() is { } missing
            ? Wording.WhatIsMissing(tool, missing, arguments, turn.Text)
            : new Understanding { Verdict = Verdict.Call, Tool = tool.Name, Arguments = arguments };
    }

    private Understanding Reread(Turn turn, OpenQuestion question, string tool)
    {
        var reading = turn.Reader.Read(question.Text, turn.Frame, turn.State.Language);
        return Complete(new Turn(reading, turn.State with { Question = null }, turn.Frame, turn.Ranked, turn.Reader), _tools[tool], carry: []);
    }

    /// <summary>"The reminder": of the readings offered the one that the answer's words are likeliest for.</summary>
    private Understanding? AmongTools(Turn turn, OpenQuestion question)
    {
        var offered = turn.Ranked.Where(entry => question.Tools.Contains(entry.Tool, StringComparer.Ordinal)).ToList();
        return offered.Count > 1 && turn.Reading.Sentence.Count <= 5 && offered[0].Probability > 3 * offered[1].Probability ? Reread(turn, question, offered[0].Tool) : null;
    }

    /// <summary>Which of the offered answers is meant: by its place, its name or a word that only it has.</summary>
    private static int? Choice(Turn turn, OpenQuestion question)
    {
        if (question.Choices.Count == 0)
        {
            return null;
        }

        var sentence = turn.Reading.Sentence;
        if (RowReferences.Find(turn.Reading) is { } row && sentence.Count <= 6)
        {
            var index = row < 0 ? question.Choices.Count - 1 : row;
            return index < question.Choices.Count ? index : null;
        }

        if (sentence.Count == 1 && sentence.IsNumber(0) && int.TryParse(sentence.At(0), System.Globalization.CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= question.Choices.Count)
        {
            return number - 1;
        }

        foreach (var name in turn.Reading.Names)
        {
            if (name.Value is { } value && question.Choices.ToList().IndexOf(value) is >= 0 and var at)
            {
                return at;
            }
        }

        var typed = sentence.Tokens.Where(token => token.Kind != TokenKind.Mark && !SmallTalk.Contains(token.Text)).Select(token => token.Text).ToList();
        var matching = question.Choices.Select((text, index) => (Words: Sentence.Of(text).Tokens.Select(token => token.Text).ToHashSet(StringComparer.Ordinal), index))
            .Where(entry => typed.Count > 0 && typed.TrueForAll(entry.Words.Contains)).ToList();
        return matching is [var only] ? only.index : null;
    }

    /// <summary>"No, forget it": the one who was asked wants none of it.</summary>
    private static bool GivesUp(Sentence sentence) => sentence.Count <= 5 && GivingUp.Contains(string.Join(' ', sentence.Tokens.Where(token => token.Kind == TokenKind.Word).Select(token => token.Text)));

    /// <summary>"No wait, don't", "forget it, show SO-11243": no reason begins like that; "no longer needed" does.</summary>
    private static bool TakesBack(Sentence sentence) => sentence.At(0) is "wait" or "forget" or "nevermind" or "warte" or "vergiss" or "attends" or "oublie" or "laisse" or "wacht" or "vergeet"
        || (sentence.At(0) == "never" && sentence.At(1) == "mind")
        || (sentence.At(0) is "no" or "nope" or "nein" or "non" or "nee" && (sentence.Count == 1 || sentence.IsMark(1, ',') || sentence.At(1) is "wait" or "forget" or "dont" or "don" or "do" or "stop" or "never" or "warte" or "doch" or "lass" or "attends" or "wacht" or "laat" or "toch"));

    /// <summary>"Who is the customer of SO-11243?": a question is no reason.</summary>
    private static bool AsksSomething(Sentence sentence) => sentence.Count >= 3 && (sentence.IsMark(sentence.Count - 1, '?')
        || sentence.At(0) is "who" or "whose" or "which" or "when" or "where" or "how" or "wer" or "welche" or "welcher" or "wann" or "wo" or "qui" or "quel" or "quelle" or "quand" or "combien" or "welke" or "wanneer" or "waar" or "hoe" or "hoeveel");

    /// <summary>"Cancel SO-11215 because …", "SO-11220": where a reason is awaited, an order or a number alone is none.</summary>
    private static bool IsOrder(Turn turn, Tool asked)
    {
        var slots = SlotFiller.Fill(asked, turn.Reading, turn.Frame);
        return turn.Reading.Documents.Count > 0 && asked.Kind == ToolKind.Action
            && (TextTools.IsOnlyCommand(slots, 0, turn.Reading.Sentence.Count) || turn.Reading.Concepts.Exists(hit => hit.First == 0 && TextTools.IsCommand(hit.Concept)));
    }

    /// <summary>Whether the sentence asks for something of its own rather than answering; a reason or a note may speak of anything.</summary>
    private static bool IsNewRequest(Turn turn, Tool asked, ParameterKind awaited)
    {
        var first = turn.Ranked[0];
        return first.Tool != asked.Name && first.Tool != Examples.Decline && first.Probability > (awaited == ParameterKind.Text && turn.Reading.Hit("v.show")?.First != 0 && turn.Reading.Hit("v.find")?.First != 0 ? 0.9f : 0.6f) && turn.Subjects.Count > 0 && turn.Reading.Sentence.Count >= 3;
    }

    /// <summary>"The first one", "open the second": a row of the last table, with the tool that the words ask for or the one that opens it.</summary>
    private Understanding? Row(Turn turn)
    {
        if (RowReferences.Find(turn.Reading) is not { } row || (turn.Ranked[0].Probability > 0.7f && turn.Reading.Sentence.At(0) is "who" or "whom" or "wer" or "wen" or "qui" or "wie"))
        {
            return null;
        }

        // of several documents named in one sentence "the second" is one of those; otherwise a row of the table
        var named = turn.State.Named.Count > 1;
        var (rows, unknown) = named ? (turn.State.Named, false) : (turn.State.Rows, turn.State.RowsUnknown);
        if ((RowReferences.KindOf(turn.State.Tool) ?? (named ? ParameterKind.Order : null)) is not { } kind || (rows.Count == 0 && !unknown))
        {
            return null;
        }

        var index = row < 0 ? rows.Count - 1 : row;
        if (!unknown && index >= rows.Count)
        {
            return Wording.NoSuchRow(rows.Count);
        }

        var value = unknown ? "*" : rows[index];
        kind = DocumentNumber.TryParse(value, out var number) && ParameterOf(number.Kind) is { } typed ? typed : kind;
        var wanted = Asks(turn) ? turn.Ranked.Where(entry => entry.Tool != Examples.Decline && entry.Probability > 0.02f).Select(entry => _tools[entry.Tool]).FirstOrDefault(tool => tool.Parameters.Any(candidate => candidate.Required && Takes(candidate.Kind, kind))) : null;
        var parameter = wanted?.Parameters.FirstOrDefault(candidate => Takes(candidate.Kind, kind));
        if (wanted is null || parameter is null)
        {
            if (RowReferences.Opener(kind) is not { } opener)
            {
                return null;
            }

            wanted = _tools[opener];
            parameter = wanted.Parameters.First(candidate => Takes(candidate.Kind, kind));
        }

        return Complete(turn, wanted, new JsonObject { [parameter.Name] = parameter.Kind == ParameterKind.Invoices ? new JsonArray(value) : JsonValue.Create(value) });
    }

    /// <summary>Whether the sentence asks for more than to be shown the row.</summary>
    private static bool Asks(Turn turn) => turn.Subjects.Exists(subject => subject is not ("order" or "invoice" or "customer" or "chargeback" or "opportunity" or "account" or "message" or "payment" or "ship_to"));

    private static bool Takes(ParameterKind parameter, ParameterKind row) => parameter == row
        || (parameter == ParameterKind.Invoices && row == ParameterKind.Invoice) || (parameter is ParameterKind.Customer or ParameterKind.Account && row is ParameterKind.Customer or ParameterKind.Account);

    private static ParameterKind? ParameterOf(DocumentKind kind) => kind switch
    {
        DocumentKind.Order => ParameterKind.Order,
        DocumentKind.Invoice => ParameterKind.Invoice,
        DocumentKind.Payment => ParameterKind.Payment,
        DocumentKind.Chargeback => ParameterKind.Chargeback,
        DocumentKind.Opportunity => ParameterKind.Opportunity,
        DocumentKind.EdiMessage => ParameterKind.EdiMessage,
        _ => null,
    };
}
