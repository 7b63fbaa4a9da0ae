using Copilot.Core;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Data.Import;

/// <summary>
/// Finds the records that rows refer to. The rule for one that is not known: an invoice, order or deal that names it makes it, with what the
/// row says of it, and the person is told; a person made so has no role and sees nothing.
/// </summary>
internal sealed class References
{
    private readonly Dictionary<ReferenceTarget, MasterTable> _tables = [];
    private readonly Dictionary<(ReferenceTarget Target, string Text), int> _found = [];
    private readonly Dictionary<string, string?> _spellings = new(StringComparer.Ordinal);
    private readonly List<Stub> _stubs = [];
    private readonly ImportKind _kind;
    private readonly Field[] _fields;
    private readonly StubMaker _maker;
    private readonly Findings _findings;

    private References(ImportKind kind, StubMaker maker, Findings findings) 
    {
        (_kind, _maker, _findings) = (kind, maker, findings);
        _fields = [.. kind.Fields.Where(field => field.Type == FieldType.Reference)];
    }

    /// <summary>Records to be made.</summary>
    public IReadOnlyList<Stub> Stubs => _stubs;

    /// <summary>Reads what the kind can refer to.</summary>
    public static async Task<References> LoadAsync(CompanyContext context, TableMap map, StubMaker maker, Findings findings, CancellationToken cancellationToken)
    {
        var references = new References(map.Kind, maker, findings);
        var targets = map.Kind.Fields.Where(field => field.Type == FieldType.Reference && (map.Gives(field) || map.Kind.Assumptions.Any(assumption => assumption.Field == field)))
            .Select(field => field.Target!.Value).Concat(map.Kind.SpelledLike.Where(pair => map.Gives(pair.Key)).Select(pair => pair.Value)).Distinct();
        foreach (var target in targets)
        {
            var table = references._tables[target] = new MasterTable();
            await foreach (var (id, code, name) in Rows(context, target).AsAsyncEnumerable().WithCancellation(cancellationToken))
            {
                table.Add(id, code, name);
                maker.Take(target, code);
            }
        }

        return references;
    }

    /// <summary>Turns the texts of a row's references into keys.</summary>
    public void Resolve(RowDraft row)
    {
        foreach (var field in _fields)
        {
            if (row.Text(field) is { } text)
            {
                row.Set(field, (long?)Key(row, field, text));
            }
        }

        foreach (var (field, target) in _kind.SpelledLike)
        {
            if (row.Text(field) is { } text && Almost(target, text) is { } known)
            {
                row.Warn($"'{text}' is one letter from the known {Word(target)} '{known}'", text);
            }
        }
    }

    /// <summary>Whether a stub of that table was made.</summary>
    public bool Made(Type entity) => _stubs.Exists(stub => stub.Entity.GetType() == entity);

    private int? Key(RowDraft row, Field field, string text)
    {
        var target = field.Target!.Value;
        if (_found.TryGetValue((target, text), out var id))
        {
            return id;
        }

        var table = _tables[target];
        if (table.Find(text) is { } known)
        {
            return _found[(target, text)] = known;
        }

        if (table.WithOtherZeros(text) is { } other)
        {
            row.Fault(field, text, $"would be a new {Word(target)}, but {other} exists: leading zeros were lost, here or there");
            return null;
        }

        if (table.SpelledAlmost(text) is { } almost)
        {
            row.Warn($"'{text}' is one letter from the known {Word(target)} '{almost}'", text);
        }

        var companions = _kind.CompanionsOf.GetValueOrDefault(field) ?? new Companions();
        var stub = new Stub(-1 - _stubs.Count, target, _maker.Make(target, text, row, companions), row.Line);
        _stubs.Add(stub);
        table.Add(stub.Key, text, companions.Name is { } name ? row.Text(name) ?? "" : "");
        return _found[(target, text)] = stub.Key;
    }

    private string? Almost(ReferenceTarget target, string text)
    {
        if (!_spellings.TryGetValue(text, out var almost))
        {
            var table = _tables[target];
            _spellings[text] = almost = table.Find(text) is null ? table.SpelledAlmost(text) : null;
            if (almost is null && !table.Empty && table.Find(text) is null)
            {
                _findings.Warn($"'{text}' is no known {Word(target)}", 0, text);
            }
        }

        return almost;
    }

    private static string Word(ReferenceTarget target) => Words.Of(target);

    private static IQueryable<ValueTuple<int, string, string>> Rows(CompanyContext context, ReferenceTarget target) => target switch
    {
        ReferenceTarget.Customer => context.Customers.AsNoTracking().Select(row => ValueTuple.Create(row.Id.Value, row.Code, row.Name)),
        ReferenceTarget.Product => context.Products.AsNoTracking().Select(row => ValueTuple.Create(row.Id.Value, row.Sku, row.Name)),
        ReferenceTarget.Person => context.People.AsNoTracking().Select(row => ValueTuple.Create(row.Id.Value, row.Key, row.Name)),
        ReferenceTarget.Account => context.Accounts.AsNoTracking().Select(row => ValueTuple.Create(row.Id.Value, row.Name, row.Name)),
        ReferenceTarget.Warehouse => context.Warehouses.AsNoTracking().Select(row => ValueTuple.Create(row.Id.Value, row.Code, row.Name)),
        _ => throw new ArgumentOutOfRangeException(nameof(target)),
    };
}
