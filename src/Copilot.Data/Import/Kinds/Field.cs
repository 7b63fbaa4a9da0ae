using Copilot.Core;

namespace Copilot.Data.Import;

/// <summary>One field of a kind of record: what a column of a file can be mapped to.</summary>
/// <param name="Name">Its name in maps and reports.</param>
/// <param name="Type">What it holds.</param>
/// <param name="What">What it is, in words.</param>
/// <param name="Synonyms">Headings under which exports have it; an earlier group wins over a later one.</param>
internal sealed record Field(string Name, FieldType Type, string What, string Synonyms)
{
    /// <summary>Place in the row.</summary>
    public int Index { get; init; }

    /// <summary>A row without it is wrong.</summary>
    public bool Required { get; init; }

    /// <summary>Longest text taken.</summary>
    public int Longest { get; init; } = 200;

    /// <summary>The words of a choice.</summary>
    public Type? Words { get; init; }

    /// <summary>Whether line breaks may stand in it.</summary>
    public bool ManyLines { get; init; }

    /// <summary>What a number of this house may look like, so that "inv 20417" and "INV-20417" are one.</summary>
    public DocumentKind? Numbering { get; init; }

    /// <summary>The table a reference or document is in.</summary>
    public ReferenceTarget? Target { get; init; }

    /// <summary>An unknown document is warned about and left out instead of refused.</summary>
    public bool Lenient { get; init; }

    /// <summary>Computed from others and never a column: from which. It is written when one of them is in the file.</summary>
    public IReadOnlyList<Field>? From { get; init; }

    /// <summary>Smallest whole number or number allowed.</summary>
    public decimal Least { get; init; } = decimal.MinValue;

    /// <summary>Computed, never mapped.</summary>
    public bool Derived => From is not null;

    /// <summary>Its column in the staging table.</summary>
    public string Column => "f_" + Name;
}
