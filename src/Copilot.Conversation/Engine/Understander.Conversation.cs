using System.Text.Json.Nodes;
using Copilot.Core;

namespace Copilot.Conversation;

/// <summary>What a sentence takes from the turns before it.</summary>
internal sealed partial class Understander
{
    private static readonly HashSet<string> Pronouns = (
        "it that this them they their his her him these those its he she same ihn ihm ihnen deren dessen diesen diesem diese dieser dieses er sie es lui leur leurs celui celle ca cela cette ce cet ces son sa ses y "
        + "hem haar hen hun deze die dit dat ze het zijn ervan ervoor daarvan").Split(' ').ToHashSet(StringComparer.Ordinal);

    private static readonly HashSet<string> Openers = "and und et en also auch aussi ook what how was now jetzt nun maintenant nu only just nur seulement alleen same instead then dann alors dan but aber mais maar ok okay or oder ou of plus".Split(' ').ToHashSet(StringComparer.Ordinal);

    private static readonly HashSet<string> SmallTalk = (
        "make set them those which were are was have has do can you could give too as well welche welcher welches davon waren quels quelles lesquels sont etaient welke waren daarvan mach mache doe maak fais mets let lets change zeige bitte and und et en also auch aussi ook what about how for fur pour voor only just nur seulement alleen same instead then dann alors dan but aber mais maar ok okay please bitte svp now jetzt maintenant nu the der die das den dem le la les l de het "
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
        if (choice is { } chosen)
        {
            return Filled(turn, tool, question, JsonValue.Create(question.Choices[chosen]));
        }

        var parameter = tool.Parameter(question.Argument);
        if (parameter is null || IsNewRequest(turn, tool))
        {
            return null;
        }

        var slots = SlotFiller.Fill(tool, turn.Reading, turn.Frame);
        if (slots.Arguments[parameter.Name] is { } value)
        {
            return Filled(turn, tool, question, value.DeepClone(), slots.Arguments);
        }

        if (parameter.Kind == ParameterKind.Text)
        {
            return Filled(turn, tool, question, JsonValue.Create(turn.Text.TrimEnd('.', ' ')));
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

    /// <summary>Whether the sentence asks for something of its own rather than answering.</summary>
    private static bool IsNewRequest(Turn turn, Tool asked)
    {
        var first = turn.Ranked[0];
        return first.Tool != asked.Name && first.Tool != Examples.Decline && first.Probability > 0.6f && turn.Subjects.Count > 0 && turn.Reading.Sentence.Count >= 3;
    }

    /// <summary>"The first one", "open the second": a row of the last table, with the tool that the words ask for or the one that opens it.</summary>
    private Understanding? Row(Turn turn)
    {
        if (RowReferences.Find(turn.Reading) is not { } row || RowReferences.KindOf(turn.State.Tool) is not { } kind || (turn.State.Rows.Count == 0 && !turn.State.RowsUnknown))
        {
            return null;
        }

        var index = row < 0 ? turn.State.Rows.Count - 1 : row;
        if (!turn.State.RowsUnknown && index >= turn.State.Rows.Count)
        {
            return Wording.NoSuchRow(turn.State.Rows.Count);
        }

        var value = turn.State.RowsUnknown ? "*" : turn.State.Rows[index];
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

    /// <summary>The last request with what the sentence changes of it, when the sentence is no request of its own.</summary>
    private Understanding? FollowUp(Turn turn)
    {
        if (turn.State.Tool is not { } last || !_tools.TryGetValue(last, out var tool))
        {
            return null;
        }

        var slots = SlotFiller.Fill(tool, turn.Reading, turn.Frame);
        foreach (var text in tool.Parameters.Where(parameter => parameter.Kind == ParameterKind.Text))
        {
            // the rest of a follow-up is no new reason or note
            slots.Arguments.Remove(text.Name);
        }

        if ((slots.Arguments.Count == 0 && slots.Problems.Count == 0) || !Continues(turn, tool, slots))
        {
            return null;
        }

        var arguments = (JsonObject)turn.State.Arguments.DeepClone();
        Supersede(arguments, slots.Arguments);
        foreach (var (name, value) in slots.Arguments)
        {
            arguments[name] = value?.DeepClone();
        }

        if (slots.Problems is [var problem, ..])
        {
            return Wording.WhichName(problem.Choices, problem.Typed ?? "", problem.Parameter.Name, [last], arguments, turn.Text);
        }

        return SlotFiller.Missing(tool, arguments).FirstOrDefault() is { } missing
            ? Wording.WhatIsMissing(tool, missing, arguments, turn.Text)
            : new Understanding { Verdict = Verdict.Call, Tool = last, Arguments = arguments };
    }

    /// <summary>Whether a sentence goes on with the last tool: it begins like that or says little else than the new values, and names no other subject.</summary>
    private bool Continues(Turn turn, Tool tool, SlotContext slots)
    {
        var sentence = turn.Reading.Sentence;
        var opened = Openers.Contains(sentence.At(0)) || turn.Reading.Has("f.only") || turn.Reading.Has("f.instead") || turn.Reading.Has("f.same");
        var unexplained = 0;
        for (var i = 0; i < sentence.Count; i++)
        {
            var explained = turn.Reading.Linked[i] || slots.IsUsed(i) || sentence.Tokens[i].Kind == TokenKind.Mark || SmallTalk.Contains(sentence.At(i))
                || turn.Reading.Times.Exists(time => time.First <= i && i < time.End) || turn.Reading.Numbers.Exists(number => number.First <= i && i < number.End)
                || turn.Reading.Concepts.Exists(hit => hit.First <= i && i < hit.End && IsConnecting(hit.Concept));
            unexplained += explained ? 0 : 1;
        }

        var first = turn.Ranked[0];
        if (unexplained == 0)
        {
            return opened || sentence.Count <= 8 || first.Tool == tool.Name;
        }

        if (opened)
        {
            return first.Tool == tool.Name || (first.Probability < 0.5f && unexplained <= 2);
        }

        // "make it firm", "which of them were broken?", "Venlo too": short, new values, and no subject of its own
        return sentence.Count <= 9 && unexplained <= 1 && (first.Tool == tool.Name || first.Probability < 0.45f) && !Names(turn, slots);
    }

    /// <summary>Whether the sentence names a subject that none of the new values accounts for.</summary>
    private static bool Names(Turn turn, SlotContext slots) => turn.Reading.Concepts.Exists(hit => turn.Subjects.Contains(hit.Concept) && !slots.IsUsed(hit.First, hit.End) && !SmallTalk.Contains(turn.Reading.Sentence.At(hit.First)));

    /// <summary>Whether a concept joins a change to the last request instead of asking for something.</summary>
    private static bool IsConnecting(string concept) => concept is "v.top" or "v.show" or "more_than" or "less_than" or "mine" || concept.StartsWith("f.", StringComparison.Ordinal) || concept.StartsWith("region=", StringComparison.Ordinal);

    /// <summary>A customer takes the place of a region and the other way round: both together were not asked for.</summary>
    private static void Supersede(JsonObject arguments, JsonObject changes)
    {
        foreach (var (one, other) in (ReadOnlySpan<(string, string)>)[("customer", "region"), ("region", "customer"), ("min_amount", "currency"), ("min_value", "currency"), ("amount", "currency")])
        {
            if (changes.ContainsKey(one))
            {
                arguments.Remove(other);
            }
        }
    }

    /// <summary>Fills what a sentence refers to instead of naming: "release it", "send them a statement", "and their disputes?".</summary>
    private static void Remember(Turn turn, Tool tool, JsonObject arguments, SlotContext slots)
    {
        var refers = Refers(turn.Reading);
        foreach (var parameter in tool.Parameters)
        {
            if (arguments.ContainsKey(parameter.Name) || slots.Problems.Exists(problem => problem.Parameter == parameter) || EntityKey(parameter.Kind) is not { } key
                || !turn.State.Entities.TryGetValue(key, out var value) || !(parameter.Required || (refers && parameter.Kind is not (ParameterKind.Person or ParameterKind.Warehouse or ParameterKind.Sku))))
            {
                continue;
            }

            // "merge" needs two accounts, which no memory of one can give
            if (parameter.Name is not ("keep" or "merge" or "rep"))
            {
                arguments[parameter.Name] = parameter.Kind == ParameterKind.Invoices ? new JsonArray(value) : value;
            }
        }
    }

    private static bool Refers(SentenceReading reading)
    {
        var sentence = reading.Sentence;
        if (sentence.At(0) is "and" or "und" or "et" or "en" or "also" or "auch" or "aussi" or "ook")
        {
            return reading.Names.Count == 0 && reading.Documents.Count == 0;
        }

        for (var i = 0; i < sentence.Count; i++)
        {
            if (!reading.Linked[i] && Pronouns.Contains(sentence.At(i)) && !reading.Times.Exists(time => time.First <= i && i < time.End))
            {
                return reading.Names.Count == 0 && reading.Documents.Count == 0 && Personal(reading, i);
            }
        }

        return false;
    }

    /// <summary>"Die", "het", "ce" are articles before a noun; only those that stand for something count.</summary>
    private static bool Personal(SentenceReading reading, int index)
    {
        var word = reading.Sentence.At(index);
        return word is not ("die" or "het" or "es" or "zijn" or "dat" or "that" or "dit" or "y" or "ze" or "same") || index == reading.Sentence.Count - 1;
    }

    /// <summary>Under which name a kind of argument is remembered.</summary>
    public static string? EntityKey(ParameterKind kind) => kind switch
    {
        ParameterKind.Customer or ParameterKind.Account => "company",
        ParameterKind.Order => "order",
        ParameterKind.Invoice or ParameterKind.Invoices => "invoice",
        ParameterKind.Payment => "payment",
        ParameterKind.Chargeback => "chargeback",
        ParameterKind.Opportunity => "opportunity",
        ParameterKind.EdiMessage => "message",
        ParameterKind.Person => "person",
        ParameterKind.Warehouse => "warehouse",
        ParameterKind.Sku => "sku",
        _ => null,
    };
}
