namespace Copilot.Conversation;

/// <summary>A concept that is said by several others standing near one another, in any order: "sluitdatum" and "voorbij".</summary>
internal sealed record Combination(string Concept, string[] Parts)
{
    /// <summary>Farther apart than this two words speak of two things.</summary>
    private const int MostWordsBetween = 7;

    /// <summary>Where its parts stand; nothing where one is missing or too far away.</summary>
    public ConceptHit[]? Find(List<ConceptHit> hits)
    {
        var found = new ConceptHit[Parts.Length];
        for (var i = 0; i < Parts.Length; i++)
        {
            var part = Parts[i];
            var index = hits.FindIndex(hit => hit.Concept == part && (i == 0 || (hit.First - found[0].End <= MostWordsBetween && found[0].First - hit.End <= MostWordsBetween && !found.Take(i).Any(other => other.First == hit.First))));
            if (index < 0)
            {
                return null;
            }

            found[i] = hits[index];
        }

        return found;
    }
}
