using System.Globalization;
using System.Runtime.CompilerServices;

namespace Copilot.Tests.Support;

internal static class InvariantCulture
{
    /// <summary>As the host does at its start, so that a test sees what a user sees.</summary>
    [ModuleInitializer]
    internal static void Set() => CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
}
