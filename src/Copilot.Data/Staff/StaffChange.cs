namespace Copilot.Data;

/// <summary>
/// A change of the staff as the ledger keeps it: no name and no mail address, because an entry is never taken back and a person may ask to be
/// forgotten.
/// </summary>
/// <param name="Key">The short name.</param>
/// <param name="Roles">Their roles from now on.</param>
/// <param name="Before">Their roles until now; none for somebody new.</param>
/// <param name="Region">Their region from now on.</param>
/// <param name="Returned">Whether they had left and are back.</param>
public sealed record StaffChange(string Key, IReadOnlyList<string> Roles, IReadOnlyList<string> Before, string Region, bool Returned);
