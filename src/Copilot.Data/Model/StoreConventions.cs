using Copilot.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace Copilot.Data;

/// <summary>How values of the vocabulary are kept, the same on both databases.</summary>
internal static class StoreConventions
{
    /// <summary>Byte order on PostgreSQL, which is what SQLite does anyway: both sort names the same.</summary>
    private const string PostgresCollation = "C";

    /// <summary>Applies them to a model.</summary>
    public static void Apply(ModelConfigurationBuilder configuration, IEnumerable<Type> entities, StoreProvider provider)
    {
        foreach (var entity in entities)
        {
            configuration.Properties(typeof(Id<>).MakeGenericType(entity)).HaveConversion(typeof(IdConverter<>).MakeGenericType(entity));
        }

        configuration.Properties<CurrencyCode>().HaveConversion<CurrencyConverter>().HaveMaxLength(3);
        configuration.Properties<DateTimeOffset>().HaveConversion<InstantConverter>();
        configuration.Properties<TimeOnly>().HaveConversion<ClockTimeConverter>();
        configuration.Properties<Enum>().HaveConversion<string>();
        configuration.Conventions.Remove<ForeignKeyIndexConvention>();
        if (provider == StoreProvider.Postgres)
        {
            configuration.Properties<string>().UseCollation(PostgresCollation);
            configuration.Properties<Enum>().UseCollation(PostgresCollation);
            configuration.Properties<CurrencyCode>().UseCollation(PostgresCollation);
            configuration.Properties<TimeOnly>().UseCollation(PostgresCollation);
        }
    }

    /// <summary>
    /// Keys are counted and never given twice, so that a key in an old answer cannot come to mean another row. Said explicitly, because SQLite's
    /// own rule holds for plain integers alone, which is what the tool's snapshot shows.
    /// </summary>
    public static void CountKeys(ModelBuilder model)
    {
        foreach (var key in model.Model.GetEntityTypes().Select(entity => entity.FindProperty("Id")).OfType<IMutableProperty>())
        {
            key.SetValueGenerationStrategy(SqliteValueGenerationStrategy.Autoincrement);
        }
    }
}
