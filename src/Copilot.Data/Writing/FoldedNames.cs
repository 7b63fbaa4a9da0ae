using Copilot.Core;

namespace Copilot.Data;

/// <summary>The folded name stands beside the name and is never set by hand.</summary>
internal static class FoldedNames
{
    /// <summary>Fills the folded name of those entities that have one.</summary>
    public static void Fill(Entity entity)
    {
        switch (entity)
        {
            case Customer customer:
                customer.NameFolded = Folding.Fold(customer.Name);
                break;
            case Product product:
                product.NameFolded = Folding.Fold(product.Name);
                break;
            case Person person:
                person.NameFolded = Folding.Fold(person.Name);
                break;
            case Account account:
                account.NameFolded = Folding.Fold(account.Name);
                break;
        }
    }
}
