using Copilot.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Copilot.Tests.Data;

/// <summary>Entities, migrations and compiled models are in step. When one of these fails: build/migrate.sh NAME.</summary>
public sealed class ModelsAndMigrations
{
    private const string NoServer = "Host=tests.invalid;Database=none";

    public static TheoryData<string> Contexts => ["SqliteCompany", "SqliteCopilot", "PostgresCompany", "PostgresCopilot"];

    [Theory]
    [MemberData(nameof(Contexts))]
    public void Model_ComparedWithItsMigrations_HasNoChangePending(string name)
    {
        using var context = Make(name);

        Assert.NotEmpty(context.Database.GetMigrations());
        Assert.False(context.Database.HasPendingModelChanges());
    }

    [Theory]
    [MemberData(nameof(Contexts))]
    public void Migrations_AsTheOpenerKnowsThem_AreThoseOfTheTool(string name)
    {
        using var context = Make(name);

        Assert.Equal(context.Database.GetMigrations(), StoreLook.Known(context.GetType()));
    }

    [Theory]
    [InlineData("SqliteCompany")]
    [InlineData("SqliteCopilot")]
    public void CompiledModel_ComparedWithTheModel_IsTheSame(string name)
    {
        using var context = Make(name);

        Assert.IsType<Microsoft.EntityFrameworkCore.Metadata.RuntimeModel>(context.Model, exactMatch: false);
        Assert.Equal(Describe(context.GetService<IDesignTimeModel>().Model), Describe(context.Model));
    }

    [Fact]
    public void EveryEntityOfCore_InTheModel_HasATable()
    {
        var entities = typeof(Copilot.Core.Entity).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Copilot.Core.Entity))).ToArray();

        Assert.Equal(48, entities.Length);
        Assert.Equal(entities.OrderBy(type => type.Name, StringComparer.Ordinal), CompanyModel.EntityTypes.OrderBy(type => type.Name, StringComparer.Ordinal));
    }

    [Fact]
    public void EntityTypes_InTheirOrder_PutParentsBeforeChildren()
    {
        using var context = Make("SqliteCompany");
        var order = CompanyModel.EntityTypes.ToList();

        Assert.All(context.Model.GetEntityTypes().SelectMany(type => type.GetForeignKeys()), reference =>
            Assert.True(order.IndexOf(reference.PrincipalEntityType.ClrType) <= order.IndexOf(reference.DeclaringEntityType.ClrType), $"{reference}"));
    }

    private static DbContext Make(string name) => name switch
    {
        "SqliteCompany" => new SqliteCompanyContext(new DbContextOptionsBuilder<SqliteCompanyContext>().UseSqlite("Data Source=:memory:").Options),
        "SqliteCopilot" => new SqliteCopilotContext(new DbContextOptionsBuilder<SqliteCopilotContext>().UseSqlite("Data Source=:memory:").Options),
        "PostgresCompany" => new PostgresCompanyContext(new DbContextOptionsBuilder<PostgresCompanyContext>().UseNpgsql(NoServer).Options),
        "PostgresCopilot" => new PostgresCopilotContext(new DbContextOptionsBuilder<PostgresCopilotContext>().UseNpgsql(NoServer).Options),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    /// <summary>Tables, columns, keys, references and indexes in words.</summary>
    private static IEnumerable<string> Describe(IModel model) => model.GetEntityTypes().SelectMany(type =>
        type.GetProperties().Select(property =>
                $"{type.GetTableName()}.{property.GetColumnName()} {property.GetColumnType()} null={property.IsNullable} version={property.IsConcurrencyToken} given={property.ValueGenerated} as {property.GetTypeMapping().Converter?.GetType()}")
            .Concat(type.GetKeys().Select(key => $"{type.GetTableName()} key {Names(key.Properties)} primary={key.IsPrimaryKey()}"))
            .Concat(type.GetForeignKeys().Select(key => $"{type.GetTableName()} {Names(key.Properties)} to {key.PrincipalEntityType.GetTableName()} {key.DeleteBehavior}"))
            .Concat(type.GetIndexes().Select(index => $"{type.GetTableName()} index {index.Name} {Names(index.Properties)} unique={index.IsUnique}")))
        .Order(StringComparer.Ordinal);

    private static string Names(IEnumerable<IReadOnlyProperty> properties) => string.Join(',', properties.Select(property => property.Name));
}
