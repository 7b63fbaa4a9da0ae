using Copilot.Core;

namespace Copilot.Data;

/// <content>What of each table the person sees.</content>
public sealed partial class ReadSession
{
    /// <inheritdoc/>
    public IQueryable<Account> Accounts => _rows.At<Account>(Crm, row => _rows.OwnAccounts.Contains(row.Id));

    /// <inheritdoc/>
    public IQueryable<AccountContact> AccountContacts => _rows.At<AccountContact>(Crm, row => _rows.OwnAccounts.Contains(row.AccountId));

    /// <inheritdoc/>
    public IQueryable<Activity> Activities => _rows.At<Activity>(Crm, row =>
        (row.AccountId != null && _rows.OwnAccounts.Contains(row.AccountId.Value))
        || (row.OpportunityId != null && _rows.OwnOpportunities.Contains(row.OpportunityId.Value)));

    /// <inheritdoc/>
    public IQueryable<Application> Applications => _rows.At<Application>(Receivables, row => OwnInvoices.Contains(row.InvoiceId));

    /// <inheritdoc/>
    public IQueryable<BankAccount> BankAccounts => _rows.At<BankAccount>(Receivables, row => true);

    /// <inheritdoc/>
    public IQueryable<Batch> Batches => _rows.At<Batch>(Goods, row => true);

    /// <inheritdoc/>
    public IQueryable<Chargeback> Chargebacks => _rows.At<Chargeback>(ChargebackLevel, row => _rows.OwnCustomers.Contains(row.CustomerId));

    /// <inheritdoc/>
    public IQueryable<ChargebackEvidence> ChargebackEvidence => _rows.At<ChargebackEvidence>(ChargebackLevel, row => OwnChargebacks.Contains(row.ChargebackId));

    /// <inheritdoc/>
    public IQueryable<CompanyProfile> Companies => _rows.All<CompanyProfile>();

    /// <inheritdoc/>
    public IQueryable<Contact> Contacts => _rows.At<Contact>(Trade, row => _rows.OwnCustomers.Contains(row.CustomerId));

    /// <inheritdoc/>
    public IQueryable<ContactLog> ContactLogs => _rows.At<ContactLog>(Receivables, row => _rows.OwnCustomers.Contains(row.CustomerId));

    /// <inheritdoc/>
    public IQueryable<CreditLimit> CreditLimits => _rows.At<CreditLimit>(Receivables, row => _rows.OwnCustomers.Contains(row.CustomerId));

    /// <inheritdoc/>
    public IQueryable<CreditNote> CreditNotes => _rows.At<CreditNote>(Receivables, row => _rows.OwnCustomers.Contains(row.CustomerId));

    /// <inheritdoc/>
    public IQueryable<CreditNoteLine> CreditNoteLines => _rows.At<CreditNoteLine>(Receivables, row => OwnCreditNotes.Contains(row.CreditNoteId));

    /// <inheritdoc/>
    public IQueryable<Customer> Customers => _rows.At<Customer>(Trade, row => row.Region == _region || row.OwnerId == _person);

    /// <inheritdoc/>
    public IQueryable<CustomerRequirement> CustomerRequirements => _rows.At<CustomerRequirement>(Trade, row => _rows.OwnCustomers.Contains(row.CustomerId));

    /// <inheritdoc/>
    public IQueryable<DataFeed> DataFeeds => _rows.All<DataFeed>();

    /// <inheritdoc/>
    public IQueryable<Dispute> Disputes => _rows.At<Dispute>(Receivables, row => OwnInvoices.Contains(row.InvoiceId));

    /// <inheritdoc/>
    public IQueryable<EdiMessage> EdiMessages => _rows.At<EdiMessage>(_rows.Widest(Area.Edi), row => _rows.OwnCustomers.Contains(row.CustomerId));

    /// <inheritdoc/>
    public IQueryable<ExchangeRate> ExchangeRates => _rows.All<ExchangeRate>();

    /// <inheritdoc/>
    public IQueryable<Invoice> Invoices => _rows.At<Invoice>(Receivables, row => _rows.OwnCustomers.Contains(row.CustomerId));

    /// <inheritdoc/>
    public IQueryable<InvoiceLine> InvoiceLines => _rows.At<InvoiceLine>(Receivables, row => OwnInvoices.Contains(row.InvoiceId));

    /// <inheritdoc/>
    public IQueryable<Opportunity> Opportunities => _rows.At<Opportunity>(Crm, row =>
        row.OwnerId == _person || (row.AccountId != null && _rows.OwnAccounts.Contains(row.AccountId.Value)));

    /// <inheritdoc/>
    public IQueryable<Order> Orders => _rows.At<Order>(OrderLevel, row => _rows.OwnCustomers.Contains(row.CustomerId));

    /// <inheritdoc/>
    public IQueryable<OrderEvent> OrderEvents => _rows.At<OrderEvent>(OrderLevel, row => OwnOrders.Contains(row.OrderId));

    /// <inheritdoc/>
    public IQueryable<OrderHold> OrderHolds => _rows.At<OrderHold>(OrderLevel, row => OwnOrders.Contains(row.OrderId));

    /// <inheritdoc/>
    public IQueryable<OrderReturn> OrderReturns => _rows.At<OrderReturn>(OrderLevel, row => OwnOrders.Contains(row.OrderId));

    /// <inheritdoc/>
    public IQueryable<OrderLine> OrderLines => _rows.At<OrderLine>(OrderLevel, row => OwnOrders.Contains(row.OrderId));

    /// <inheritdoc/>
    public IQueryable<Overlay> Overlays => OrderLevel == Visibility.All && Receivables == Visibility.All ? _rows.All<Overlay>() : OverlaysBySubject;

    /// <inheritdoc/>
    public IQueryable<Payment> Payments => _rows.At<Payment>(Receivables, row => row.CustomerId != null && _rows.OwnCustomers.Contains(row.CustomerId.Value));

    /// <inheritdoc/>
    public IQueryable<PaymentPromise> PaymentPromises => _rows.At<PaymentPromise>(Receivables, row => _rows.OwnCustomers.Contains(row.CustomerId));

    /// <inheritdoc/>
    public IQueryable<Person> People => _rows.All<Person>();

    /// <inheritdoc/>
    public IQueryable<PersonRole> PersonRoles => _rows.All<PersonRole>();

    /// <inheritdoc/>
    public IQueryable<Price> Prices => _rows.At<Price>(Goods, row => row.CustomerId == null || _rows.OwnCustomers.Contains(row.CustomerId.Value));

    /// <inheritdoc/>
    public IQueryable<Product> Products => _rows.All<Product>();

    /// <inheritdoc/>
    public IQueryable<RegionCountry> RegionCountries => _rows.All<RegionCountry>();

    /// <inheritdoc/>
    public IQueryable<RemittanceLine> RemittanceLines => _rows.At<RemittanceLine>(Receivables, row => OwnPayments.Contains(row.PaymentId));

    /// <inheritdoc/>
    public IQueryable<RoleVisibility> RoleVisibilities => _rows.All<RoleVisibility>();

    /// <inheritdoc/>
    public IQueryable<RoutingGuideRule> RoutingGuideRules => _rows.At<RoutingGuideRule>(ChargebackLevel, row => _rows.OwnCustomers.Contains(row.CustomerId));

    /// <inheritdoc/>
    public IQueryable<ShipTo> ShipTos => _rows.At<ShipTo>(Trade, row => _rows.OwnCustomers.Contains(row.CustomerId));

    /// <inheritdoc/>
    public IQueryable<Shipment> Shipments => _rows.At<Shipment>(Goods, row => OwnOrders.Contains(row.OrderId));

    /// <inheritdoc/>
    public IQueryable<ShipmentEvent> ShipmentEvents => _rows.At<ShipmentEvent>(Logistics, row => OwnShipments.Contains(row.ShipmentId));

    /// <inheritdoc/>
    public IQueryable<ShipmentException> ShipmentExceptions => _rows.At<ShipmentException>(Logistics, row => OwnShipments.Contains(row.ShipmentId));

    /// <inheritdoc/>
    public IQueryable<ShipmentLine> ShipmentLines => _rows.At<ShipmentLine>(Goods, row => OwnShipments.Contains(row.ShipmentId));

    /// <inheritdoc/>
    public IQueryable<StageChange> StageChanges => _rows.At<StageChange>(Crm, row => _rows.OwnOpportunities.Contains(row.OpportunityId));

    /// <inheritdoc/>
    public IQueryable<Stock> Stock => _rows.At<Stock>(Goods, row => true);

    /// <inheritdoc/>
    public IQueryable<Warehouse> Warehouses => _rows.All<Warehouse>();

    /// <inheritdoc/>
    public IQueryable<WarehouseHoliday> WarehouseHolidays => _rows.All<WarehouseHoliday>();

    private Visibility Crm => _rows.Widest(Area.Crm);

    private Visibility Receivables => _rows.Widest(Area.Receivables);

    private Visibility ChargebackLevel => _rows.Widest(Area.Chargebacks);

    private Visibility OrderLevel => _rows.Widest(Area.Orders);

    private Visibility Logistics => _rows.Widest(Area.Logistics);

    private Visibility Goods => _rows.Widest(Area.Orders, Area.Logistics);

    private Visibility Trade => _rows.Widest(Area.Orders, Area.Logistics, Area.Receivables, Area.Chargebacks, Area.Crm);

    private IQueryable<Overlay> OverlaysBySubject => _rows.At<Overlay>(OrderLevel, row => row.OrderId != null && OwnOrders.Contains(row.OrderId.Value)).Where(row => row.OrderId != null)
        .Concat(_rows.At<Overlay>(Receivables, row => row.OrderId == null && ((row.InvoiceId != null && OwnInvoices.Contains(row.InvoiceId.Value)) || (row.CustomerId != null && _rows.OwnCustomers.Contains(row.CustomerId.Value))))
            .Where(row => row.OrderId == null));

    private IQueryable<Id<Order>> OwnOrders => _rows.All<Order>().Where(row => _rows.OwnCustomers.Contains(row.CustomerId)).Select(row => row.Id);

    private IQueryable<Id<Shipment>> OwnShipments => _rows.All<Shipment>().Where(row => OwnOrders.Contains(row.OrderId)).Select(row => row.Id);

    private IQueryable<Id<Invoice>> OwnInvoices => _rows.All<Invoice>().Where(row => _rows.OwnCustomers.Contains(row.CustomerId)).Select(row => row.Id);

    private IQueryable<Id<CreditNote>> OwnCreditNotes =>
        _rows.All<CreditNote>().Where(row => _rows.OwnCustomers.Contains(row.CustomerId)).Select(row => row.Id);

    private IQueryable<Id<Payment>> OwnPayments =>
        _rows.All<Payment>().Where(row => row.CustomerId != null && _rows.OwnCustomers.Contains(row.CustomerId.Value)).Select(row => row.Id);

    private IQueryable<Id<Chargeback>> OwnChargebacks =>
        _rows.All<Chargeback>().Where(row => _rows.OwnCustomers.Contains(row.CustomerId)).Select(row => row.Id);
}
