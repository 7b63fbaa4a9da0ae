namespace Copilot.Data.Import;

/// <summary>Fields of the same row that describe a record referred to, for when it has to be made.</summary>
/// <param name="Name">Its display name.</param>
/// <param name="Country">Its country.</param>
/// <param name="Region">Its sales region.</param>
/// <param name="Line">Its product line.</param>
internal sealed record Companions(Field? Name = null, Field? Country = null, Field? Region = null, Field? Line = null);
