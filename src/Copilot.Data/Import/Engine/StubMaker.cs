using Copilot.Core;

namespace Copilot.Data.Import;

/// <summary>Makes the least that a record referred to needs, from what the row says of it.</summary>
internal sealed class StubMaker(CurrencyCode baseCurrency)
{
    private readonly HashSet<string> _personKeys = new(StringComparer.Ordinal);

    /// <summary>Says that a code is in use.</summary>
    public void Take(ReferenceTarget target, string code)
    {
        if (target == ReferenceTarget.Person)
        {
            _personKeys.Add(code);
        }
    }

    /// <summary>A record for a number or name that nobody knows.</summary>
    public Entity Make(ReferenceTarget target, string text, RowDraft row, Companions companions)
    {
        var name = Value(row, companions.Name) ?? text;
        return target switch
        {
            ReferenceTarget.Customer => new Customer
            {
                Code = text, Name = name, Country = Value(row, companions.Country) ?? CountryNames.Find(text) ?? "", Region = Value(row, companions.Region) ?? "",
                Currency = baseCurrency, PaymentTermsDays = 30, Active = true,
            },
            ReferenceTarget.Product => new Product { Sku = text, Name = name, Line = Value(row, companions.Line) ?? "", PackSize = 1, MinimumQuantity = 1 },
            ReferenceTarget.Person => new Person { Key = PersonKey(text), Name = name, TimeZone = "UTC", Active = true },
            ReferenceTarget.Account => new Account { Name = text },
            ReferenceTarget.Warehouse => new Warehouse { Code = text, Name = text, TimeZone = "UTC", Cutoff = new TimeOnly(14, 0), ShipWithinHours = 24 },
            _ => throw new ArgumentOutOfRangeException(nameof(target)),
        };
    }

    private static string? Value(RowDraft row, Field? field) => field is null ? null : row.Text(field);

    private string PersonKey(string text)
    {
        var key = PersonKeys.From(text);
        for (var count = 2; !_personKeys.Add(key); count++)
        {
            key = $"{PersonKeys.From(text)}{count}";
        }

        return key;
    }
}
