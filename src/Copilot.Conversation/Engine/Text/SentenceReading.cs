using Copilot.Core;

namespace Copilot.Conversation;

/// <summary>Everything found in a sentence before it is decided what is wanted.</summary>
internal sealed class SentenceReading
{
    /// <summary>The sentence.</summary>
    public required Sentence Sentence { get; init; }

    /// <summary>Its likeliest language.</summary>
    public required Language Language { get; init; }

    /// <summary>Document numbers and purchase orders.</summary>
    public required List<DocumentMention> Documents { get; init; }

    /// <summary>Names of customers, accounts, people, sites and articles.</summary>
    public required List<NameMention> Names { get; init; }

    /// <summary>Dates and periods.</summary>
    public required List<TimeMention> Times { get; init; }

    /// <summary>What is written like a day or a period and is none.</summary>
    public required ImpossibleTime? Impossible { get; init; }

    /// <summary>Numbers outside of all those.</summary>
    public required List<NumberMention> Numbers { get; init; }

    /// <summary>Concepts of the trade, values of enumerations, regions.</summary>
    public required List<ConceptHit> Concepts { get; init; }

    /// <summary>The words outside of names and documents with their spelling mended; null elsewhere.</summary>
    public required string?[] Words { get; init; }

    /// <summary>For each token, whether a document or a name covers it.</summary>
    public required bool[] Linked { get; init; }

    /// <summary>Whether a concept was found.</summary>
    public bool Has(string concept)
    {
        foreach (var hit in Concepts)
        {
            if (hit.Concept == concept)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Where a concept was found first; none when it was not.</summary>
    public ConceptHit? Hit(string concept)
    {
        foreach (var hit in Concepts)
        {
            if (hit.Concept == concept)
            {
                return hit;
            }
        }

        return null;
    }
}
