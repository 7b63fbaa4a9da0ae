using Copilot.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Copilot.Data;

/// <summary>Keys, references and natural keys of the business records.</summary>
internal static class CompanyModel
{
    // few rows, or asked for from the other side only: an index would cost each insert and serve no query
    private static readonly HashSet<Type> NotIndexed = [typeof(Person), typeof(Warehouse), typeof(Batch), typeof(RoutingGuideRule), typeof(AccountContact)];

    /// <summary>The entities, each parent before its children, so that rows stored in this order find what they refer to.</summary>
    public static IReadOnlyList<Type> EntityTypes { get; } =
    [
        typeof(CompanyProfile), typeof(BankAccount), typeof(DataFeed), typeof(RegionCountry), typeof(ExchangeRate), typeof(Person), typeof(PersonRole), typeof(RoleVisibility),
        typeof(Warehouse), typeof(WarehouseHoliday), typeof(Customer), typeof(ShipTo), typeof(Contact), typeof(CustomerRequirement), typeof(CreditLimit),
        typeof(RoutingGuideRule), typeof(Product), typeof(Price), typeof(Batch), typeof(Stock), typeof(Order), typeof(OrderLine), typeof(OrderHold),
        typeof(OrderEvent), typeof(OrderReturn), typeof(Shipment), typeof(ShipmentLine), typeof(ShipmentEvent), typeof(ShipmentException), typeof(Invoice), typeof(InvoiceLine),
        typeof(CreditNote), typeof(CreditNoteLine), typeof(Payment), typeof(RemittanceLine), typeof(Application), typeof(PaymentPromise), typeof(Dispute),
        typeof(ContactLog), typeof(Chargeback), typeof(ChargebackEvidence), typeof(EdiMessage), typeof(Account), typeof(AccountContact),
        typeof(Opportunity), typeof(StageChange), typeof(Activity), typeof(Overlay),
    ];

    /// <summary>Lays out all tables.</summary>
    public static void Configure(ModelBuilder model)
    {
        foreach (var type in EntityTypes)
        {
            var entity = model.Entity(type);
            entity.HasKey("Id");
            entity.Property("Id").ValueGeneratedOnAdd();
            entity.Property(nameof(Entity.Version)).IsConcurrencyToken();
            Refer(entity, type);
        }

        model.Entity<ExecutedEffect>().HasKey(row => row.Key);
        model.Entity<DeliveryNotice>().HasKey(row => row.Key);
        model.Entity<DeliveryNotice>().HasIndex(row => row.Effect);
        NaturalKeys(model);
        HotPaths(model);
    }

    /// <summary>A property of type Id of another entity is a reference to it: kept by the database, and indexed where children are read by their parent.</summary>
    private static void Refer(EntityTypeBuilder entity, Type type)
    {
        foreach (var property in type.GetProperties().Where(property => property.Name != "Id"))
        {
            var id = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            if (!id.IsGenericType || id.GetGenericTypeDefinition() != typeof(Id<>))
            {
                continue;
            }

            var target = id.GetGenericArguments()[0];
            entity.HasOne(target.FullName!, navigationName: null).WithMany().HasForeignKey(property.Name).OnDelete(DeleteBehavior.Restrict);
            if (!NotIndexed.Contains(target))
            {
                var index = entity.HasIndex(property.Name);

                // a reference that is seldom there costs nothing where it is not
                _ = id == property.PropertyType ? index : index.HasFilter($"\"{property.Name}\" IS NOT NULL");
            }
        }
    }

    private static void NaturalKeys(ModelBuilder model)
    {
        Unique<Customer>(model, nameof(Customer.Code));
        Unique<Order>(model, nameof(Order.Number));
        Unique<Invoice>(model, nameof(Invoice.Number));
        Unique<Payment>(model, nameof(Payment.Number));
        Unique<Product>(model, nameof(Product.Sku));
        Unique<Warehouse>(model, nameof(Warehouse.Code));
        Unique<Person>(model, nameof(Person.Key));
        Unique<Account>(model, nameof(Account.NameFolded));
        Unique<Opportunity>(model, nameof(Opportunity.Number));
        Unique<Chargeback>(model, nameof(Chargeback.Number));
        Unique<EdiMessage>(model, nameof(EdiMessage.Number));
        Unique<Shipment>(model, nameof(Shipment.Number));
        Unique<CreditNote>(model, nameof(CreditNote.Number));
        Unique<DataFeed>(model, nameof(DataFeed.Source));
        Unique<OrderLine>(model, nameof(OrderLine.OrderId), nameof(OrderLine.LineNo));
        Unique<ShipTo>(model, nameof(ShipTo.CustomerId), nameof(ShipTo.Code));
        Unique<CreditLimit>(model, nameof(CreditLimit.CustomerId), nameof(CreditLimit.ValidFrom));
        Unique<RoutingGuideRule>(model, nameof(RoutingGuideRule.CustomerId), nameof(RoutingGuideRule.Clause));
        Unique<Batch>(model, nameof(Batch.ProductId), nameof(Batch.Number));
        Unique<Stock>(model, nameof(Stock.WarehouseId), nameof(Stock.BatchId));
        Unique<PersonRole>(model, nameof(PersonRole.PersonId), nameof(PersonRole.Role));
        Unique<RoleVisibility>(model, nameof(RoleVisibility.Role), nameof(RoleVisibility.Area));
        Unique<RegionCountry>(model, nameof(RegionCountry.Region), nameof(RegionCountry.Country));
        Unique<BankAccount>(model, nameof(BankAccount.Currency), nameof(BankAccount.Number));
        Unique<ExchangeRate>(model, nameof(ExchangeRate.Currency), nameof(ExchangeRate.Day));
        Unique<WarehouseHoliday>(model, nameof(WarehouseHoliday.WarehouseId), nameof(WarehouseHoliday.Day));
    }

    private static void HotPaths(ModelBuilder model)
    {
        model.Entity<Customer>().HasIndex(row => row.NameFolded);
        model.Entity<Product>().HasIndex(row => row.NameFolded);
        model.Entity<Order>().HasIndex(row => row.CustomerPo);
        model.Entity<Order>().HasIndex(row => new { row.Status, row.OrderedOn });
        model.Entity<Shipment>().HasIndex(row => row.Status);
        model.Entity<Invoice>().HasIndex(row => row.IssuedOn);
        model.Entity<Opportunity>().HasIndex(row => row.Stage);
        model.Entity<Chargeback>().HasIndex(row => row.Status);
        model.Entity<EdiMessage>().HasIndex(row => row.Status);
        model.Entity<Overlay>().HasIndex(row => row.State);
        model.Entity<Overlay>().HasIndex(row => row.Effect);

        // ageing and overdue read what is open and nothing else, by due day or by customer, from the index alone
        model.Entity<Invoice>().HasIndex(row => new { row.DueOn, row.Currency, row.CustomerId, row.OpenMinor, row.IssuedOn }, "IX_Invoices_Open").HasFilter("\"OpenMinor\" <> 0");

        model.Entity<Invoice>().HasIndex(row => new { row.CustomerId, row.Currency, row.DueOn, row.OpenMinor, row.IssuedOn }, "IX_Invoices_OpenByCustomer").HasFilter("\"OpenMinor\" <> 0");

        // the same as of an earlier day: what was issued by then and not closed by then
        model.Entity<Invoice>().HasIndex(row => new { row.ClosedOn, row.DueOn, row.IssuedOn, row.Currency, row.CustomerId, row.AmountMinor, row.OpenMinor }, "IX_Invoices_AsOf");
        model.Entity<Payment>().HasIndex(row => new { row.ReceivedOn, row.CustomerId, row.Currency, row.UnappliedMinor }, "IX_Payments_Unapplied").HasFilter("\"UnappliedMinor\" <> 0");
        model.Entity<CreditNote>().HasIndex(row => new { row.CustomerId, row.Currency, row.OpenMinor }, "IX_CreditNotes_Open").HasFilter("\"OpenMinor\" <> 0");
    }

    private static void Unique<TEntity>(ModelBuilder model, params string[] properties)
        where TEntity : Entity => model.Entity<TEntity>().HasIndex(properties).IsUnique();
}
