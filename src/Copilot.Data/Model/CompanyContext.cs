using Copilot.Core;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Data;

/// <summary>The business records. One sealed context for each database derives from it, because migrations belong to a context.</summary>
internal abstract class CompanyContext(DbContextOptions options, StoreProvider provider) : DbContext(options)
{
    /// <summary>Rows of <see cref="Account"/>.</summary>
    public DbSet<Account> Accounts => Set<Account>();

    /// <summary>Rows of <see cref="AccountContact"/>.</summary>
    public DbSet<AccountContact> AccountContacts => Set<AccountContact>();

    /// <summary>Rows of <see cref="Activity"/>.</summary>
    public DbSet<Activity> Activities => Set<Activity>();

    /// <summary>Rows of <see cref="Application"/>.</summary>
    public DbSet<Application> Applications => Set<Application>();

    /// <summary>Rows of <see cref="BankAccount"/>.</summary>
    public DbSet<BankAccount> BankAccounts => Set<BankAccount>();

    /// <summary>Rows of <see cref="Batch"/>.</summary>
    public DbSet<Batch> Batches => Set<Batch>();

    /// <summary>Rows of <see cref="Chargeback"/>.</summary>
    public DbSet<Chargeback> Chargebacks => Set<Chargeback>();

    /// <summary>Rows of <see cref="ChargebackEvidence"/>.</summary>
    public DbSet<ChargebackEvidence> ChargebackEvidence => Set<ChargebackEvidence>();

    /// <summary>Rows of <see cref="CompanyProfile"/>.</summary>
    public DbSet<CompanyProfile> Companies => Set<CompanyProfile>();

    /// <summary>Rows of <see cref="Contact"/>.</summary>
    public DbSet<Contact> Contacts => Set<Contact>();

    /// <summary>Rows of <see cref="ContactLog"/>.</summary>
    public DbSet<ContactLog> ContactLogs => Set<ContactLog>();

    /// <summary>Rows of <see cref="CreditLimit"/>.</summary>
    public DbSet<CreditLimit> CreditLimits => Set<CreditLimit>();

    /// <summary>Rows of <see cref="CreditNote"/>.</summary>
    public DbSet<CreditNote> CreditNotes => Set<CreditNote>();

    /// <summary>Rows of <see cref="CreditNoteLine"/>.</summary>
    public DbSet<CreditNoteLine> CreditNoteLines => Set<CreditNoteLine>();

    /// <summary>Rows of <see cref="Customer"/>.</summary>
    public DbSet<Customer> Customers => Set<Customer>();

    /// <summary>Rows of <see cref="CustomerRequirement"/>.</summary>
    public DbSet<CustomerRequirement> CustomerRequirements => Set<CustomerRequirement>();

    /// <summary>Rows of <see cref="DataFeed"/>.</summary>
    public DbSet<DataFeed> DataFeeds => Set<DataFeed>();

    /// <summary>Rows of <see cref="Dispute"/>.</summary>
    public DbSet<Dispute> Disputes => Set<Dispute>();

    /// <summary>Rows of <see cref="EdiMessage"/>.</summary>
    public DbSet<EdiMessage> EdiMessages => Set<EdiMessage>();

    /// <summary>Rows of <see cref="ExchangeRate"/>.</summary>
    public DbSet<ExchangeRate> ExchangeRates => Set<ExchangeRate>();

    /// <summary>Rows of <see cref="Invoice"/>.</summary>
    public DbSet<Invoice> Invoices => Set<Invoice>();

    /// <summary>Rows of <see cref="InvoiceLine"/>.</summary>
    public DbSet<InvoiceLine> InvoiceLines => Set<InvoiceLine>();

    /// <summary>Rows of <see cref="Opportunity"/>.</summary>
    public DbSet<Opportunity> Opportunities => Set<Opportunity>();

    /// <summary>Rows of <see cref="Order"/>.</summary>
    public DbSet<Order> Orders => Set<Order>();

    /// <summary>Rows of <see cref="OrderEvent"/>.</summary>
    public DbSet<OrderEvent> OrderEvents => Set<OrderEvent>();

    /// <summary>Rows of <see cref="OrderHold"/>.</summary>
    public DbSet<OrderHold> OrderHolds => Set<OrderHold>();

    /// <summary>Rows of <see cref="OrderLine"/>.</summary>
    public DbSet<OrderLine> OrderLines => Set<OrderLine>();

    /// <summary>Rows of <see cref="OrderReturn"/>.</summary>
    public DbSet<OrderReturn> OrderReturns => Set<OrderReturn>();

    /// <summary>The keys of effects that were executed here, each stored in the transaction of its effect.</summary>
    public DbSet<ExecutedEffect> ExecutedEffects => Set<ExecutedEffect>();

    /// <summary>What other mail servers wrote about mail that was sent.</summary>
    public DbSet<DeliveryNotice> DeliveryNotices => Set<DeliveryNotice>();

    /// <summary>Rows of <see cref="Overlay"/>.</summary>
    public DbSet<Overlay> Overlays => Set<Overlay>();

    /// <summary>Rows of <see cref="Payment"/>.</summary>
    public DbSet<Payment> Payments => Set<Payment>();

    /// <summary>Rows of <see cref="PaymentPromise"/>.</summary>
    public DbSet<PaymentPromise> PaymentPromises => Set<PaymentPromise>();

    /// <summary>Rows of <see cref="Person"/>.</summary>
    public DbSet<Person> People => Set<Person>();

    /// <summary>Rows of <see cref="PersonRole"/>.</summary>
    public DbSet<PersonRole> PersonRoles => Set<PersonRole>();

    /// <summary>Rows of <see cref="Price"/>.</summary>
    public DbSet<Price> Prices => Set<Price>();

    /// <summary>Rows of <see cref="Product"/>.</summary>
    public DbSet<Product> Products => Set<Product>();

    /// <summary>Rows of <see cref="RegionCountry"/>.</summary>
    public DbSet<RegionCountry> RegionCountries => Set<RegionCountry>();

    /// <summary>Rows of <see cref="RemittanceLine"/>.</summary>
    public DbSet<RemittanceLine> RemittanceLines => Set<RemittanceLine>();

    /// <summary>Rows of <see cref="RoleVisibility"/>.</summary>
    public DbSet<RoleVisibility> RoleVisibilities => Set<RoleVisibility>();

    /// <summary>Rows of <see cref="RoutingGuideRule"/>.</summary>
    public DbSet<RoutingGuideRule> RoutingGuideRules => Set<RoutingGuideRule>();

    /// <summary>Rows of <see cref="ShipTo"/>.</summary>
    public DbSet<ShipTo> ShipTos => Set<ShipTo>();

    /// <summary>Rows of <see cref="Shipment"/>.</summary>
    public DbSet<Shipment> Shipments => Set<Shipment>();

    /// <summary>Rows of <see cref="ShipmentEvent"/>.</summary>
    public DbSet<ShipmentEvent> ShipmentEvents => Set<ShipmentEvent>();

    /// <summary>Rows of <see cref="ShipmentException"/>.</summary>
    public DbSet<ShipmentException> ShipmentExceptions => Set<ShipmentException>();

    /// <summary>Rows of <see cref="ShipmentLine"/>.</summary>
    public DbSet<ShipmentLine> ShipmentLines => Set<ShipmentLine>();

    /// <summary>Rows of <see cref="StageChange"/>.</summary>
    public DbSet<StageChange> StageChanges => Set<StageChange>();

    /// <summary>Rows of <see cref="Stock"/>.</summary>
    public DbSet<Stock> Stock => Set<Stock>();

    /// <summary>Rows of <see cref="Warehouse"/>.</summary>
    public DbSet<Warehouse> Warehouses => Set<Warehouse>();

    /// <summary>Rows of <see cref="WarehouseHoliday"/>.</summary>
    public DbSet<WarehouseHoliday> WarehouseHolidays => Set<WarehouseHoliday>();

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        StoreConventions.Apply(configurationBuilder, CompanyModel.EntityTypes, provider);

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        CompanyModel.Configure(modelBuilder);
        if (provider == StoreProvider.Postgres)
        {
            modelBuilder.HasDefaultSchema(StoreSchemas.Company);
        }
        else
        {
            StoreConventions.CountKeys(modelBuilder);
        }
    }
}
