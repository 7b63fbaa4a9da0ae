using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Copilot.Tests")]
[assembly: InternalsVisibleTo("Copilot.IntegrationTests")]
[assembly: InternalsVisibleTo("Copilot.Benchmarks")]
[assembly: InternalsVisibleTo("Copilot.BrowserTests")]
