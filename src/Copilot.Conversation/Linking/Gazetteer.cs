using Copilot.Core;

namespace Copilot.Conversation;

/// <summary>The names of a company, indexed for linking; made once for each version of its data.</summary>
internal sealed class Gazetteer
{
    private readonly NameIndex[] _indexes;
    private readonly SkuIndex _skus;

    /// <summary>Indexes the names.</summary>
    public Gazetteer(CompanyNames names, Func<string, bool> isCommon)
    {
        Names = names;
        Customers = new NameIndex(ParameterKind.Customer, names.Customers.Select(name => (name, name)), isCommon);
        Accounts = new NameIndex(ParameterKind.Account, names.Accounts.Select(account => (account.Name, account.Name)), isCommon);
        People = new NameIndex(ParameterKind.Person, names.People.SelectMany(person => new[] { (person.Name, person.Name), (person.Key, person.Name) }), isCommon);
        Warehouses = new NameIndex(ParameterKind.Warehouse, names.Warehouses.SelectMany(site => new[] { (site.Code, site.Code), (site.Name, site.Code), (site.Partner, site.Code) }), isCommon);
        Products = new NameIndex(ParameterKind.Sku, names.Products.Select(product => (product.Name, product.Sku)), isCommon, anyWord: false);
        _indexes = [Customers, People, Warehouses];
        _skus = new SkuIndex(names.Products);
    }

    /// <summary>The names as read.</summary>
    public CompanyNames Names { get; }

    /// <summary>Customers.</summary>
    public NameIndex Customers { get; }

    /// <summary>Accounts of the CRM.</summary>
    public NameIndex Accounts { get; }

    /// <summary>Colleagues.</summary>
    public NameIndex People { get; }

    /// <summary>Sites.</summary>
    public NameIndex Warehouses { get; }

    /// <summary>Articles by name.</summary>
    public NameIndex Products { get; }

    /// <summary>All names of a sentence. Of two that overlap the longer stays; one span may name a customer and an account.</summary>
    public List<NameMention> Find(Sentence sentence, bool[] taken)
    {
        var found = new List<NameMention>();
        _skus.Find(sentence, taken, found);
        var skus = found.Count;
        var free = (bool[])taken.Clone();
        foreach (var sku in found)
        {
            Array.Fill(free, true, sku.First, sku.End - sku.First);
        }

        foreach (var index in _indexes)
        {
            index.Find(sentence, free, found);
        }

        var accounts = new List<NameMention>();
        Accounts.Find(sentence, free, accounts);
        if (skus == 0)
        {
            Products.Find(sentence, free, found);
        }

        Resolve(found, accounts);

        // where one company is named as it is written, a word that is merely like another's name is no second one
        if (found.Exists(IsCompany(exact: true)))
        {
            found.RemoveAll(IsCompany(exact: false));
        }

        return found;
    }

    /// <summary>Joins accounts to what else was found: an account that is a customer is that customer's, and longer names win.</summary>
    private void Resolve(List<NameMention> found, List<NameMention> accounts)
    {
        found.RemoveAll(mention => found.Exists(other => !ReferenceEquals(other, mention) && Overlap(other, mention) && Better(other, mention)));
        foreach (var account in accounts)
        {
            var rival = found.Find(mention => Overlap(mention, account));
            if (rival is null)
            {
                found.Add(account);
            }
            else if (rival.Kind == ParameterKind.Customer)
            {
                // the spelling variants of a customer among the accounts are duplicates of it: the customer's own account is meant
                var own = rival.Value is { } customer ? Names.Accounts.FirstOrDefault(candidate => candidate.Customer == customer || candidate.Name == customer).Name : null;
                if (account.Length > rival.Length)
                {
                    found.Remove(rival);
                    found.Add(account);
                }
                else
                {
                    found.Add(own is not null && (account.Values.Count > 1 || account.Length <= rival.Length) ? account with { Values = [own], First = rival.First, End = rival.End } : account);
                }
            }
            else if (account.Length > rival.Length)
            {
                found.Remove(rival);
                found.Add(account);
            }
        }

        found.Sort((left, right) => left.First != right.First ? left.First - right.First : (int)left.Kind - (int)right.Kind);
    }

    private static Predicate<NameMention> IsCompany(bool exact) => mention => mention.Kind is ParameterKind.Customer or ParameterKind.Account && mention.Misspelt != exact;

    private static bool Overlap(NameMention left, NameMention right) => left.First < right.End && right.First < left.End;

    private static bool Better(NameMention other, NameMention mention) =>
        other.Length != mention.Length ? other.Length > mention.Length
        : Math.Abs(other.Quality - mention.Quality) > 0.001 ? other.Quality > mention.Quality
        : other.Kind != mention.Kind && other.Kind < mention.Kind;
}
