namespace Copilot.Data.Import;

/// <summary>Matches the headings of a file to the fields of a kind, by name and synonym.</summary>
internal static class Matcher
{
    private const double Doubt = 0.8;

    /// <summary>The best map for a kind. A heading fills one field, a field takes one heading; the earlier synonym wins.</summary>
    public static TableMap Match(ImportKind kind, IReadOnlyList<string> header)
    {
        var headings = header.Select(text => new Heading(text)).ToArray();
        var candidates = new List<(int Rank, int Column, Field Field, string Synonym)>();
        foreach (var field in kind.Fields.Where(field => !field.Derived))
        {
            foreach (var (synonym, rank) in Names(field))
            {
                for (var column = 0; column < headings.Length; column++)
                {
                    if (headings[column].Key.Length > 0 && headings[column].Key == synonym.Key)
                    {
                        candidates.Add((rank, column, field, synonym.Text));
                    }
                }
            }
        }

        var uses = new List<ColumnUse>();
        foreach (var (_, column, field, synonym) in candidates.OrderBy(candidate => candidate.Rank).ThenBy(candidate => candidate.Column))
        {
            if (uses.TrueForAll(use => use.Column != column && use.Field != field))
            {
                uses.Add(new ColumnUse(column, header[column], field) { How = synonym == field.Name ? "by name" : $"known as '{synonym}'" });
            }
        }

        var doubtful = Doubtful(kind, headings, uses);
        var seen = uses.Select(use => use.Column).Concat(doubtful.Select(doubt => doubt.Column)).ToHashSet();
        return new TableMap(kind, uses, new Dictionary<Field, string>())
        {
            Doubtful = doubtful,
            Unused = [.. Enumerable.Range(0, header.Count).Where(column => !seen.Contains(column) && header[column].Length > 0).Select(column => header[column])],
        };
    }

    /// <summary>A field's name and synonyms with their rank: each group behind a bar ranks after all of the groups before it.</summary>
    public static IEnumerable<(Heading Heading, int Rank)> Names(Field field)
    {
        yield return (new Heading(field.Name), 0);
        var group = 0;
        foreach (var part in field.Synonyms.Split('|'))
        {
            var rank = group++ * 1000;
            foreach (var synonym in part.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                yield return (new Heading(synonym), ++rank);
            }
        }
    }

    private static List<(int Column, string Header, Field Field, double Likeness)> Doubtful(ImportKind kind, Heading[] headings, List<ColumnUse> uses)
    {
        var found = new List<(int Column, string Header, Field Field, double Likeness)>();
        foreach (var field in kind.Fields.Where(field => !field.Derived && uses.TrueForAll(use => use.Field != field)))
        {
            var names = Names(field).Where(name => name.Rank < 1000).Select(name => name.Heading).ToArray();
            for (var column = 0; column < headings.Length; column++)
            {
                var heading = headings[column];
                if (heading.Key.Length > 0 && uses.TrueForAll(use => use.Column != column) && names.Max(name => name.Likeness(heading)) is var likeness && likeness >= Doubt)
                {
                    found.Add((column, heading.Text, field, likeness));
                }
            }
        }

        // each heading and field once, the likeliest first
        var best = new List<(int Column, string Header, Field Field, double Likeness)>();
        foreach (var candidate in found.OrderByDescending(candidate => candidate.Likeness).ThenByDescending(candidate => candidate.Field.Required))
        {
            if (best.TrueForAll(other => other.Column != candidate.Column && other.Field != candidate.Field))
            {
                best.Add(candidate);
            }
        }

        return best;
    }
}
