using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Copilot.Tests")]
[assembly: InternalsVisibleTo("Copilot.IntegrationTests")]
[assembly: InternalsVisibleTo("Copilot.Benchmarks")]
// the doors write the same files
[assembly: InternalsVisibleTo("Copilot.Bot")]
