using Copilot.Core;

namespace Copilot.Data;

/// <summary>One of the staff and what they do.</summary>
/// <param name="Person">Who.</param>
/// <param name="Roles">Their roles' canonical words, in alphabetical order.</param>
public sealed record StaffMember(Person Person, IReadOnlyList<string> Roles);
