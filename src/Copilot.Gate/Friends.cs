using System.Runtime.CompilerServices;

// the two that authenticate people may say that a person decided; neither can make a ticket, which comes from a confirmed row alone
[assembly: InternalsVisibleTo("Copilot.Bot")]
[assembly: InternalsVisibleTo("Copilot.Host")]
[assembly: InternalsVisibleTo("Copilot.Tests")]
[assembly: InternalsVisibleTo("Copilot.IntegrationTests")]
[assembly: InternalsVisibleTo("Copilot.BrowserTests")]
