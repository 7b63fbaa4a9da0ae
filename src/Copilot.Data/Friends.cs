using System.Runtime.CompilerServices;

// Write access is internal: these alone may have it (a convention test holds the list)
[assembly: InternalsVisibleTo("Copilot.Gate")]
[assembly: InternalsVisibleTo("Copilot.Connectors")]
[assembly: InternalsVisibleTo("Copilot.DesignTime")]
[assembly: InternalsVisibleTo("Copilot.Tests")]
[assembly: InternalsVisibleTo("Copilot.IntegrationTests")]
[assembly: InternalsVisibleTo("Copilot.Benchmarks")]
