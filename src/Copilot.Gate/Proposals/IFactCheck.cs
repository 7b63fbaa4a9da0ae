using Copilot.Core;

namespace Copilot.Gate;

/// <summary>Makes a proposal again from the records as they are now, so that what it rests on can be compared.</summary>
public interface IFactCheck
{
    /// <summary>Runs the function again, with the same arguments, for the one who asked.</summary>
    /// <param name="tool">The function.</param>
    /// <param name="arguments">Its canonical arguments as JSON.</param>
    /// <param name="requester">Short name of the one who asked.</param>
    /// <param name="cancellationToken">Ends the looking.</param>
    /// <returns>The proposal as it would be now, or why there would be none.</returns>
    Task<Result<Proposal>> AgainAsync(string tool, string arguments, string requester, CancellationToken cancellationToken);
}
