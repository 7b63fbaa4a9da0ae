using Copilot.Core;

namespace Copilot.Data.Import;

/// <summary>Carries a fault out of a reader in the middle of a file; the importer turns it back into a result.</summary>
internal sealed class UnreadableTableException : Exception
{
    public UnreadableTableException(Fault fault, Exception? inner = null)
        : base(fault.Message, inner) => Fault = fault;

    public Fault Fault { get; }
}
