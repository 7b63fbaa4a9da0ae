using System.Runtime.CompilerServices;

// the rules are internal; their tests and measurements look inside
[assembly: InternalsVisibleTo("Copilot.Tests")]
[assembly: InternalsVisibleTo("Copilot.Benchmarks")]
