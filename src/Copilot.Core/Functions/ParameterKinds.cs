namespace Copilot.Core;

/// <summary>What each argument name of the catalogue holds; the same name holds the same thing in every function, save where it is said here.</summary>
public static class ParameterKinds
{
    private static readonly Dictionary<string, ParameterKind> ByName = new(StringComparer.Ordinal)
    {
        ["customer"] = ParameterKind.Customer, ["account"] = ParameterKind.Account, ["keep"] = ParameterKind.Account, ["merge"] = ParameterKind.Account,
        ["owner"] = ParameterKind.Person, ["rep"] = ParameterKind.Person, ["collector"] = ParameterKind.Person, ["actor"] = ParameterKind.Person,
        ["warehouse"] = ParameterKind.Warehouse, ["sku"] = ParameterKind.Sku, ["role"] = ParameterKind.Role,
        ["order"] = ParameterKind.Order, ["invoice"] = ParameterKind.Invoice, ["invoices"] = ParameterKind.Invoices, ["payment"] = ParameterKind.Payment,
        ["chargeback"] = ParameterKind.Chargeback, ["opportunity"] = ParameterKind.Opportunity, ["message"] = ParameterKind.EdiMessage,
        ["po"] = ParameterKind.PurchaseOrder, ["period"] = ParameterKind.Period, ["date"] = ParameterKind.Date, ["as_of"] = ParameterKind.Date,
        ["min_value"] = ParameterKind.Amount, ["min_amount"] = ParameterKind.Amount, ["amount"] = ParameterKind.Amount, ["price"] = ParameterKind.Amount,
        ["currency"] = ParameterKind.Currency, ["region"] = ParameterKind.Region, ["lines"] = ParameterKind.Lines,
        ["limit"] = ParameterKind.Count, ["days"] = ParameterKind.Count, ["min_days"] = ParameterKind.Count, ["due_within_days"] = ParameterKind.Count, ["quantity"] = ParameterKind.Count,
        ["late"] = ParameterKind.Flag, ["due"] = ParameterKind.Flag, ["broken"] = ParameterKind.Flag, ["on"] = ParameterKind.Flag,
        ["reason"] = ParameterKind.Text, ["note"] = ParameterKind.Text, ["value"] = ParameterKind.Text, ["title"] = ParameterKind.Text, ["source"] = ParameterKind.Text,
        ["question"] = ParameterKind.Text, ["topic"] = ParameterKind.Text, ["change"] = ParameterKind.Text, ["plan"] = ParameterKind.Text, ["draft"] = ParameterKind.Text,
        ["subject"] = ParameterKind.Text,
    };

    private static readonly Dictionary<string, Type> Enumerations = new(StringComparer.Ordinal)
    {
        ["by"] = typeof(Breakdown), ["channel"] = typeof(Channel), ["hold_reason"] = typeof(HoldReason), ["level"] = typeof(ReminderLevel),
        ["language"] = typeof(Language), ["stage"] = typeof(Stage), ["rule"] = typeof(HygieneRule), ["field"] = typeof(CrmField),
        ["category"] = typeof(ForecastCategory), ["type"] = typeof(EdiType),
        ["orders.status"] = typeof(OrderStatusFilter), ["chargebacks.status"] = typeof(ChargebackStatus), ["chargebacks_find.reason"] = typeof(ChargebackReason),
        ["logistics.kind"] = typeof(ExceptionKind), ["crm.kind"] = typeof(RecordKind),
    };

    /// <summary>The parameter of a tool by its name in the catalogue.</summary>
    /// <exception cref="ArgumentException">The catalogue knows no such argument.</exception>
    public static ToolParameter Make(string plugin, string tool, string name, bool required)
    {
        var enumeration = Enumerations.GetValueOrDefault($"{tool}.{name}") ?? Enumerations.GetValueOrDefault($"{plugin}.{name}") ?? Enumerations.GetValueOrDefault(name);
        if (enumeration is not null)
        {
            return new ToolParameter(name, ParameterKind.Choice, required, Words.All(enumeration), enumeration);
        }

        if (name == "kind")
        {
            return new ToolParameter(name, ParameterKind.Text, required, [], null);
        }

        return ByName.TryGetValue(name, out var kind)
            ? new ToolParameter(name, kind, required, [], null)
            : throw new ArgumentException($"'{name}' of {tool} is not an argument of the catalogue.", nameof(name));
    }
}
