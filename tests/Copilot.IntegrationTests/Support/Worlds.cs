using System.Globalization;
using System.Reflection;
using Copilot.Core;
using Copilot.Data;

namespace Copilot.IntegrationTests.Support;

/// <summary>
/// Rows of every table, one for each world: row n of a table refers to row n of the others, lies in region "R-n" and belongs to person n, so
/// that everything about customer 1 is in world 1 and nothing of world 2 is. Every property is filled with something other than its default.
/// </summary>
internal static class Worlds
{
    /// <summary>All rows of world n, parents first.</summary>
    public static IReadOnlyList<Entity> Make(int n) => [.. CompanyModel.EntityTypes.Select(type => Row(type, n))];

    private static Entity Row(Type type, int n)
    {
        var row = (Entity)Activator.CreateInstance(type)!;
        foreach (var property in type.GetProperties().Where(property => property.Name is not (nameof(Entity.Version) or "NameFolded")))
        {
            property.SetValue(row, property.Name == "Region" ? $"R-{n}" : Value(property, n));
        }

        return row;
    }

    private static object Value(PropertyInfo property, int n)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        return type switch
        {
            _ when type == typeof(string) => $"{property.DeclaringType!.Name}.{property.Name} Ü {n}",
            _ when type == typeof(int) => 100 + n,
            _ when type == typeof(long) => 5_000_000_000 + n,
            _ when type == typeof(bool) => true,
            _ when type == typeof(decimal) => 1.25m * n,
            _ when type == typeof(DateOnly) => new DateOnly(2026, 1, 30).AddDays(n),
            _ when type == typeof(TimeOnly) => new TimeOnly(14, 30, n),
            _ when type == typeof(DateTimeOffset) => new DateTimeOffset(2026, 3, 29, 1, 30, 0, 123 + n, TimeSpan.Zero),
            _ when type == typeof(CurrencyCode) => CurrencyCode.Of(n == 1 ? "JPY" : "PLN"),
            _ when type.IsEnum => Enum.ToObject(type, Convert.ToInt32(Enum.GetValues(type).GetValue(Enum.GetValues(type).Length - 1), CultureInfo.InvariantCulture)),
            _ when type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Id<>) => Activator.CreateInstance(type, n)!,
            _ => throw new NotSupportedException($"{property.DeclaringType!.Name}.{property.Name} is of a type that these worlds do not know: {type.Name}"),
        };
    }
}
