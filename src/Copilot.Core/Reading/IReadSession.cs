namespace Copilot.Core;

/// <summary>
/// Reading: queries over the records, already filtered to what the person may see, on a read-only connection and in one snapshot for
/// the whole answer. Queries are composed with LINQ and end in one of the terminators here, so that a function needs no reference to the
/// store behind them.
/// </summary>
public interface IReadSession
{
    /// <summary>Account: as crm allows.</summary>
    IQueryable<Account> Accounts { get; }

    /// <summary>AccountContact: as crm allows.</summary>
    IQueryable<AccountContact> AccountContacts { get; }

    /// <summary>Activity: as crm allows.</summary>
    IQueryable<Activity> Activities { get; }

    /// <summary>Application: as receivables allows.</summary>
    IQueryable<Application> Applications { get; }

    /// <summary>BankAccount: all of them, where receivables are seen at all.</summary>
    IQueryable<BankAccount> BankAccounts { get; }

    /// <summary>Batch: all of them, where orders or logistics are seen at all.</summary>
    IQueryable<Batch> Batches { get; }

    /// <summary>Chargeback: as chargebacks allows.</summary>
    IQueryable<Chargeback> Chargebacks { get; }

    /// <summary>ChargebackEvidence: as chargebacks allows.</summary>
    IQueryable<ChargebackEvidence> ChargebackEvidence { get; }

    /// <summary>CompanyProfile: all of them: reference data.</summary>
    IQueryable<CompanyProfile> Companies { get; }

    /// <summary>Contact: those whom a subject of the person's shows.</summary>
    IQueryable<Contact> Contacts { get; }

    /// <summary>ContactLog: as receivables allows.</summary>
    IQueryable<ContactLog> ContactLogs { get; }

    /// <summary>CreditLimit: as receivables allows.</summary>
    IQueryable<CreditLimit> CreditLimits { get; }

    /// <summary>CreditNote: as receivables allows.</summary>
    IQueryable<CreditNote> CreditNotes { get; }

    /// <summary>CreditNoteLine: as receivables allows.</summary>
    IQueryable<CreditNoteLine> CreditNoteLines { get; }

    /// <summary>Customer: those whom a subject of the person's shows.</summary>
    IQueryable<Customer> Customers { get; }

    /// <summary>CustomerRequirement: those whom a subject of the person's shows.</summary>
    IQueryable<CustomerRequirement> CustomerRequirements { get; }

    /// <summary>DataFeed: all of them: reference data.</summary>
    IQueryable<DataFeed> DataFeeds { get; }

    /// <summary>Dispute: as receivables allows.</summary>
    IQueryable<Dispute> Disputes { get; }

    /// <summary>EdiMessage: as edi allows.</summary>
    IQueryable<EdiMessage> EdiMessages { get; }

    /// <summary>ExchangeRate: all of them: reference data.</summary>
    IQueryable<ExchangeRate> ExchangeRates { get; }

    /// <summary>Invoice: as receivables allows.</summary>
    IQueryable<Invoice> Invoices { get; }

    /// <summary>InvoiceLine: as receivables allows.</summary>
    IQueryable<InvoiceLine> InvoiceLines { get; }

    /// <summary>Opportunity: as crm allows.</summary>
    IQueryable<Opportunity> Opportunities { get; }

    /// <summary>Order: as orders allow.</summary>
    IQueryable<Order> Orders { get; }

    /// <summary>OrderEvent: as orders allow.</summary>
    IQueryable<OrderEvent> OrderEvents { get; }

    /// <summary>OrderHold: as orders allow.</summary>
    IQueryable<OrderHold> OrderHolds { get; }

    /// <summary>OrderLine: as orders allow.</summary>
    IQueryable<OrderLine> OrderLines { get; }

    /// <summary>OrderReturn: as orders allow.</summary>
    IQueryable<OrderReturn> OrderReturns { get; }

    /// <summary>Overlay: those of an order as orders allow, all others as receivables allows.</summary>
    IQueryable<Overlay> Overlays { get; }

    /// <summary>Payment: as receivables allows.</summary>
    IQueryable<Payment> Payments { get; }

    /// <summary>PaymentPromise: as receivables allows.</summary>
    IQueryable<PaymentPromise> PaymentPromises { get; }

    /// <summary>Person: all of them: reference data.</summary>
    IQueryable<Person> People { get; }

    /// <summary>PersonRole: all of them: reference data.</summary>
    IQueryable<PersonRole> PersonRoles { get; }

    /// <summary>Price: as orders or logistics allow; a list price belongs to nobody and is seen by all who see any.</summary>
    IQueryable<Price> Prices { get; }

    /// <summary>Product: all of them: reference data.</summary>
    IQueryable<Product> Products { get; }

    /// <summary>RegionCountry: all of them: reference data.</summary>
    IQueryable<RegionCountry> RegionCountries { get; }

    /// <summary>RemittanceLine: as receivables allows.</summary>
    IQueryable<RemittanceLine> RemittanceLines { get; }

    /// <summary>RoleVisibility: all of them: reference data.</summary>
    IQueryable<RoleVisibility> RoleVisibilities { get; }

    /// <summary>RoutingGuideRule: as chargebacks allows.</summary>
    IQueryable<RoutingGuideRule> RoutingGuideRules { get; }

    /// <summary>ShipTo: those whom a subject of the person's shows.</summary>
    IQueryable<ShipTo> ShipTos { get; }

    /// <summary>Shipment: as orders or logistics allow.</summary>
    IQueryable<Shipment> Shipments { get; }

    /// <summary>ShipmentEvent: as logistics allows.</summary>
    IQueryable<ShipmentEvent> ShipmentEvents { get; }

    /// <summary>ShipmentException: as logistics allows.</summary>
    IQueryable<ShipmentException> ShipmentExceptions { get; }

    /// <summary>ShipmentLine: as orders or logistics allow.</summary>
    IQueryable<ShipmentLine> ShipmentLines { get; }

    /// <summary>StageChange: as crm allows.</summary>
    IQueryable<StageChange> StageChanges { get; }

    /// <summary>Stock: all of it, where orders or logistics are seen at all.</summary>
    IQueryable<Stock> Stock { get; }

    /// <summary>Warehouse: all of them: reference data.</summary>
    IQueryable<Warehouse> Warehouses { get; }

    /// <summary>WarehouseHoliday: all of them: reference data.</summary>
    IQueryable<WarehouseHoliday> WarehouseHolidays { get; }

    /// <summary>What was read in this session and is asked for again.</summary>
    ReadMemory Memory { get; }

    /// <summary>Reads all rows of a query.</summary>
    Task<List<T>> ListAsync<T>(IQueryable<T> query, CancellationToken cancellationToken);

    /// <summary>Reads the first row of a query, or nothing.</summary>
    Task<T?> FirstOrDefaultAsync<T>(IQueryable<T> query, CancellationToken cancellationToken);

    /// <summary>Counts the rows of a query in the database.</summary>
    Task<int> CountAsync<T>(IQueryable<T> query, CancellationToken cancellationToken);

    /// <summary>Whether a query has a row.</summary>
    Task<bool> AnyAsync<T>(IQueryable<T> query, CancellationToken cancellationToken);

    /// <summary>Adds up a query of numbers in the database; nought for none.</summary>
    Task<long> SumAsync(IQueryable<long> query, CancellationToken cancellationToken);

    /// <summary>Reads the rows of a query one by one, for exports and bridges.</summary>
    IAsyncEnumerable<T> StreamAsync<T>(IQueryable<T> query);
}
