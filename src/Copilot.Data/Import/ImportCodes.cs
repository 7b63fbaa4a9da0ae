namespace Copilot.Data.Import;

/// <summary>The stable codes of import faults. A code is never used for anything else.</summary>
internal static class ImportCodes
{
    public const string FileMissing = "IM-001";
    public const string FileEmpty = "IM-002";
    public const string HeaderOnly = "IM-003";
    public const string NotATable = "IM-004";
    public const string DamagedWorkbook = "IM-005";
    public const string KindUnknown = "IM-006";
    public const string ColumnsUnclear = "IM-007";
    public const string MapFile = "IM-008";
    public const string DateOrderUndecided = "IM-009";
    public const string DateOrderMixed = "IM-010";
    public const string DecimalSignUndecided = "IM-011";
    public const string RowsWrong = "IM-012";
    public const string SampleCompany = "IM-013";
    public const string NotAdministrator = "IM-014";
    public const string CompanyExists = "IM-015";
    public const string NoCompany = "IM-016";
    public const string BrokenQuotes = "IM-017";
    public const string Storage = "IM-018";
    public const string CompanyName = "IM-019";
}
