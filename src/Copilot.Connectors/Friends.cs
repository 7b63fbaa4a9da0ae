using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Copilot.Tests")]
[assembly: InternalsVisibleTo("Copilot.IntegrationTests")]
