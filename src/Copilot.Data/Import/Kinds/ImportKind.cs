using Copilot.Core;

namespace Copilot.Data.Import;

/// <summary>
/// A kind of record that can be imported: its fields, the tables that they go into, and the rules that a single row must keep. Everything
/// else is the same for all kinds.
/// </summary>
internal abstract class ImportKind
{
    private readonly List<Field> _fields = [];

    /// <summary>Its name: what --as takes.</summary>
    public abstract string Name { get; }

    /// <summary>Other names that --as takes.</summary>
    public virtual IReadOnlyList<string> OtherNames => [];

    /// <summary>What a row is, in words.</summary>
    public abstract string What { get; }

    /// <summary>Which subject's "as of" an import moves; none for reference data.</summary>
    public virtual string? Feed => null;

    /// <summary>Several files are taken in this order, so that what is referred to comes first.</summary>
    public abstract int Rank { get; }

    /// <summary>The fields.</summary>
    public IReadOnlyList<Field> Fields => _fields;

    /// <summary>What makes a row the same record when it comes again.</summary>
    public abstract IReadOnlyList<Field> Identity { get; }

    /// <summary>What makes a row the same record, for a file that gives those fields; empty when such a file cannot tell.</summary>
    public virtual IReadOnlyList<Field> IdentityIn(Func<Field, bool> given) => Identity;

    /// <summary>The tables, parents first.</summary>
    public abstract IReadOnlyList<Target> Targets { get; }

    /// <summary>The currency of the row's amounts; the company's own where it is not given.</summary>
    public virtual Field? CurrencyOf => null;

    /// <summary>How the records behind references are made when unknown: their name, country, region from the same row.</summary>
    public virtual IReadOnlyDictionary<Field, Companions> CompanionsOf { get; } = new Dictionary<Field, Companions>();

    /// <summary>Fields of which at least one must be given, when no single one is required.</summary>
    public virtual IReadOnlyList<Field> OneOf => [];

    /// <summary>A number that is counted within a group, in the order of the file, when the file does not give it.</summary>
    public virtual (Field Number, Field Within)? Counted => null;

    /// <summary>Values that stand in where the file has none.</summary>
    public virtual IReadOnlyList<Assumption> Assumptions => [];

    /// <summary>Texts that name a record without referring to it: a spelling close to a known one is warned about.</summary>
    public virtual IReadOnlyDictionary<Field, ReferenceTarget> SpelledLike { get; } = new Dictionary<Field, ReferenceTarget>();

    /// <summary>Fills what is computed and checks the row against itself.</summary>
    public virtual void Complete(RowDraft row, CompletionContext context)
    {
    }

    /// <summary>Adds a field.</summary>
    protected Field Add(Field field)
    {
        var placed = field with { Index = _fields.Count };
        _fields.Add(placed);
        return placed;
    }

    /// <summary>Adds a number or code.</summary>
    protected Field Key(string name, string what, string synonyms, bool required = true, DocumentKind? numbering = null) =>
        Add(new Field(name, FieldType.Key, what, synonyms) { Required = required, Numbering = numbering, Longest = 60 });

    /// <summary>Adds a text.</summary>
    protected Field Text(string name, string what, string synonyms, bool required = false, int longest = 200) =>
        Add(new Field(name, FieldType.Text, what, synonyms) { Required = required, Longest = longest, ManyLines = longest > 500 });

    /// <summary>Adds a day.</summary>
    protected Field Day(string name, string what, string synonyms, bool required = false) => Add(new Field(name, FieldType.Day, what, synonyms) { Required = required });

    /// <summary>Adds an amount.</summary>
    protected Field Money(string name, string what, string synonyms, bool required = false) => Add(new Field(name, FieldType.Money, what, synonyms) { Required = required });

    /// <summary>Adds a whole number.</summary>
    protected Field Whole(string name, string what, string synonyms, bool required = false, int least = 0) =>
        Add(new Field(name, FieldType.Whole, what, synonyms) { Required = required, Least = least });

    /// <summary>Adds a flag.</summary>
    protected Field Flag(string name, string what, string synonyms) => Add(new Field(name, FieldType.Flag, what, synonyms));

    /// <summary>Adds a choice among the words of an enumeration.</summary>
    protected Field Choice<TEnum>(string name, string what, string synonyms, bool required = false)
        where TEnum : struct, Enum => Add(new Field(name, FieldType.Choice, what, synonyms) { Words = typeof(TEnum), Required = required });

    /// <summary>Adds a reference to a record that is made when unknown.</summary>
    protected Field Reference(string name, ReferenceTarget target, string what, string synonyms, bool required = false) =>
        Add(new Field(name, FieldType.Reference, what, synonyms) { Target = target, Required = required });

    /// <summary>Adds a reference to a document that must be known.</summary>
    protected Field Document(string name, ReferenceTarget target, DocumentKind numbering, string what, string synonyms, bool required, bool lenient = false) =>
        Add(new Field(name, FieldType.Document, what, synonyms) { Target = target, Numbering = numbering, Required = required, Lenient = lenient, Longest = 60 });

    /// <summary>Adds the currency.</summary>
    protected Field Currency(string name = "currency", string synonyms = Headings.Currency) =>
        Add(new Field(name, FieldType.Currency, "currency, as three letters; the company's own where it is not given", synonyms));

    /// <summary>Adds a field that is computed from others.</summary>
    protected Field Computed(string name, FieldType type, params Field[] from) => Add(new Field(name, type, "", "") { From = from });

    /// <summary>Adds a choice that is computed from others.</summary>
    protected Field Computed<TEnum>(string name, params Field[] from)
        where TEnum : struct, Enum => Add(new Field(name, FieldType.Choice, "", "") { From = from, Words = typeof(TEnum) });
}
