namespace Copilot.Data.Import;

/// <summary>A file whose columns are mapped.</summary>
internal sealed record MappedFile(TableSource Source, TableMap Map);
