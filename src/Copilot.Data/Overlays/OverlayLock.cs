using Copilot.Core;

namespace Copilot.Data;

/// <summary>
/// An import lays changes off, writes and lays them on again: no effect may come between. The table of overlays is locked until the end of the
/// transaction, shared by effects, alone by an import.
/// </summary>
internal static class OverlayLock
{
    /// <summary>Keeps imports out.</summary>
    public static Task ShareAsync(CompanyContext context, CancellationToken cancellationToken) => TableLock.ShareAsync<Overlay>(context, cancellationToken);

    /// <summary>Keeps effects and other imports out.</summary>
    public static Task AloneAsync(CompanyContext context, CancellationToken cancellationToken) => TableLock.AloneAsync<Overlay>(context, cancellationToken);
}
