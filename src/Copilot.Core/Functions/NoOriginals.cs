namespace Copilot.Core;

/// <summary>A host without originals: none is at hand.</summary>
internal sealed class NoOriginals : IOriginals
{
    public static readonly NoOriginals Instance = new();

    public Task<IReadOnlyList<Original>> FindAsync(IReadOnlyList<string> numbers, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Original>>([.. numbers.Select(number => new Original(number, OriginalState.Missing, null))]);
}
