using Copilot.Core;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Orders;

/// <summary>A customer's special requirements as a list to tick off.</summary>
internal static class Checklist
{
    /// <summary>The list; empty when the customer has none on file.</summary>
    public static TableBlock Of(IReadOnlyList<CustomerRequirement> requirements, string customerName) =>
        new Grid<CustomerRequirement>("requirements", $"Requirements of {customerName}, to tick off")
            .Text("done", "Done", _ => "☐")
            .Text("about", "About", row => OrderText.Plain(row.Kind))
            .Text("requirement", "Requirement", row => row.Text)
            .Show(requirements, requirements.Count, $"{customerName} has no special requirements on file.");
}
