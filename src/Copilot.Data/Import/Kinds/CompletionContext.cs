using Copilot.Core;

namespace Copilot.Data.Import;

/// <summary>What a kind may know while it completes a row.</summary>
/// <param name="Today">The business day.</param>
/// <param name="BaseCurrency">The company's own currency.</param>
internal sealed record CompletionContext(DateOnly Today, CurrencyCode BaseCurrency);
