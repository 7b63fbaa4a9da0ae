using Copilot.Core;

namespace Copilot.Data.Sample;

/// <summary>Every row of the sample company, keys given and references resolved.</summary>
internal sealed class SampleRecords
{
    public List<CompanyProfile> Companies { get; } = [];

    public List<BankAccount> BankAccounts { get; } = [];

    public List<Person> People { get; } = [];

    public List<PersonRole> PersonRoles { get; } = [];

    public List<RoleVisibility> RoleVisibilities { get; } = [];

    public List<RegionCountry> RegionCountries { get; } = [];

    public List<ExchangeRate> ExchangeRates { get; } = [];

    public List<DataFeed> DataFeeds { get; } = [];

    public List<Warehouse> Warehouses { get; } = [];

    public List<WarehouseHoliday> WarehouseHolidays { get; } = [];

    public List<Product> Products { get; } = [];

    public List<Price> Prices { get; } = [];

    public List<Batch> Batches { get; } = [];

    public List<Stock> Stock { get; } = [];

    public List<Customer> Customers { get; } = [];

    public List<ShipTo> ShipTos { get; } = [];

    public List<Contact> Contacts { get; } = [];

    public List<CustomerRequirement> CustomerRequirements { get; } = [];

    public List<CreditLimit> CreditLimits { get; } = [];

    public List<RoutingGuideRule> RoutingGuideRules { get; } = [];

    public List<Order> Orders { get; } = [];

    public List<OrderLine> OrderLines { get; } = [];

    public List<OrderHold> OrderHolds { get; } = [];

    public List<OrderEvent> OrderEvents { get; } = [];

    public List<Shipment> Shipments { get; } = [];

    public List<ShipmentLine> ShipmentLines { get; } = [];

    public List<ShipmentEvent> ShipmentEvents { get; } = [];

    public List<ShipmentException> ShipmentExceptions { get; } = [];

    public List<Invoice> Invoices { get; } = [];

    public List<InvoiceLine> InvoiceLines { get; } = [];

    public List<CreditNote> CreditNotes { get; } = [];

    public List<CreditNoteLine> CreditNoteLines { get; } = [];

    public List<Payment> Payments { get; } = [];

    public List<RemittanceLine> RemittanceLines { get; } = [];

    public List<Application> Applications { get; } = [];

    public List<PaymentPromise> PaymentPromises { get; } = [];

    public List<Dispute> Disputes { get; } = [];

    public List<ContactLog> ContactLogs { get; } = [];

    public List<Chargeback> Chargebacks { get; } = [];

    public List<ChargebackEvidence> ChargebackEvidence { get; } = [];

    public List<EdiMessage> EdiMessages { get; } = [];

    public List<Account> Accounts { get; } = [];

    public List<AccountContact> AccountContacts { get; } = [];

    public List<Opportunity> Opportunities { get; } = [];

    public List<StageChange> StageChanges { get; } = [];

    public List<Activity> Activities { get; } = [];

    /// <summary>All tables in an order in which each row comes after those it refers to.</summary>
    public IReadOnlyList<IReadOnlyList<Entity>> Tables =>
    [
        Companies, BankAccounts, People, PersonRoles, RoleVisibilities, RegionCountries, ExchangeRates, DataFeeds, Warehouses, WarehouseHolidays, Products,
        Customers, Prices, Batches, Stock, ShipTos, Contacts, CustomerRequirements, CreditLimits, RoutingGuideRules, Orders, OrderLines,
        OrderHolds, OrderEvents, Shipments, ShipmentLines, ShipmentEvents, ShipmentExceptions, Invoices, InvoiceLines, CreditNotes,
        CreditNoteLines, Payments, RemittanceLines, Applications, PaymentPromises, Disputes, ContactLogs, Chargebacks, ChargebackEvidence,
        EdiMessages, Accounts, AccountContacts, Opportunities, StageChanges, Activities,
    ];
}
