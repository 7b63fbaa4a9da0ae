using Copilot.Core;
using Copilot.Data.Sample;
using Microsoft.EntityFrameworkCore;
using Fault = Copilot.Core.Fault;

namespace Copilot.Data.Import;

/// <summary>Makes an empty company of one's own: the place for imported records.</summary>
public static class CompanyInit
{
    private const int LongestName = 100;

    // who holds them may import, and ask about everything, until others are given their roles
    private static readonly string[] FirstRoles = ["administrator", "director"];

    /// <summary>
    /// Makes the company with its default visibility table and regions, and the account at the keyboard as administrator and director. The
    /// invented records of a sample that lies in the same data folder are removed; a company of one's own is never touched.
    /// </summary>
    public static async Task<Result<CompanyProfile>> CreateAsync(CompanyStore store, InitRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        var name = request.Name.Trim();
        if (name.Length is 0 or > LongestName || name.Any(char.IsControl))
        {
            return new Fault(ImportCodes.CompanyName, $"A company's name has 1 to {LongestName} characters: copilot init \"NAME\".", ["copilot init \"NAME\""]);
        }

        if (request.FiscalYearStartMonth is < 1 or > 12)
        {
            return new Fault(ImportCodes.CompanyName, $"The fiscal year starts in a month, 1 to 12, not {request.FiscalYearStartMonth}.");
        }

        if (string.IsNullOrWhiteSpace(request.AccountName))
        {
            return new Fault(ImportCodes.CompanyName, "The account at the keyboard has no name, so nobody would be the administrator. Sign in with an account of your own.");
        }

        await using var bulk = await store.BulkAsync(cancellationToken);
        var existing = await bulk.Context.Companies.AsNoTracking().FirstOrDefaultAsync(cancellationToken);
        if (existing is { IsSample: false })
        {
            return new Fault(ImportCodes.CompanyExists, $"{existing.Name} is already here. A second company needs a data folder of its own: set Copilot:DataFolder to another folder, or start in one.");
        }

        if (existing is not null)
        {
            await EmptyAsync(bulk.Context, cancellationToken);
        }

        var profile = new CompanyProfile { Name = name, BaseCurrency = request.BaseCurrency, FiscalYearStartMonth = request.FiscalYearStartMonth };
        await bulk.InsertAllAsync(Rows(profile, request), cancellationToken);
        await bulk.CommitAsync(cancellationToken);
        return profile;
    }

    private static IEnumerable<Entity> Rows(CompanyProfile profile, InitRequest request)
    {
        var person = new Person
        {
            Id = new(1), Key = request.AccountName, Name = string.IsNullOrWhiteSpace(request.DisplayName) ? request.AccountName : request.DisplayName.Trim(), Region = "all",
            TimeZone = request.TimeZone, Active = true,
        };
        return
        [
            profile, person,
            .. FirstRoles.Select(role => new PersonRole { PersonId = person.Id, Role = role }),
            .. Visibilities(),
            .. PeopleFacts.Regions.SelectMany(region => region.Countries.Select(country => new RegionCountry { Region = region.Region, Country = country })),
        ];
    }

    private static IEnumerable<RoleVisibility> Visibilities()
    {
        var areas = PeopleFacts.VisibilityColumns.Split(' ');
        foreach (var (role, levels) in PeopleFacts.Visibility)
        {
            foreach (var (area, level) in areas.Zip(levels.Split(' ')))
            {
                yield return new RoleVisibility
                {
                    Role = role,
                    Area = Words.TryParse<Area>(area, out var known) ? known : throw new FormatException(area),
                    Level = level switch { "a" => Visibility.All, "o" => Visibility.Own, _ => Visibility.None },
                };
            }
        }
    }

    private static async Task EmptyAsync(CompanyContext context, CancellationToken cancellationToken)
    {
        foreach (var type in CompanyModel.EntityTypes.Reverse())
        {
            var entity = context.Model.FindEntityType(type)!;
            var table = entity.GetSchema() is { } schema ? $"\"{schema}\".\"{entity.GetTableName()}\"" : $"\"{entity.GetTableName()}\"";
#pragma warning disable EF1002, EF1003 // the names are the model's own
            foreach (var own in entity.GetForeignKeys().Where(key => key.PrincipalEntityType == entity))
            {
                // a row that another of the same table refers to cannot go first
                await context.Database.ExecuteSqlRawAsync($"UPDATE {table} SET \"{own.Properties[0].GetColumnName()}\" = NULL", cancellationToken);
            }

            await context.Database.ExecuteSqlRawAsync("DELETE FROM " + table, cancellationToken);
#pragma warning restore EF1002, EF1003
        }
    }
}
