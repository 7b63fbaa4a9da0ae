using System.Globalization;
using Copilot.Core;

namespace Copilot.Data;

/// <summary>The data folder into which a backup goes, and the folder beside it (on the same disk, so that a rename does) in which it is unpacked.</summary>
internal sealed class RestorePlace
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    // the ledger first: a start between the two finds no records and a ledger, never records without theirs
    private static readonly string[] InOrder = ["copilot.db", "company.db"];

    private readonly DirectoryInfo _into;
    private readonly bool _replace;

    /// <summary>A place.</summary>
    public RestorePlace(DirectoryInfo into, bool replace)
    {
        (_into, _replace) = (into, replace);
        var parent = Directory.Exists(into.FullName) ? into.FullName : into.Parent?.FullName ?? into.FullName;
        Staging = new DirectoryInfo(Path.Combine(parent, $".copilot-restore-{Guid.NewGuid():n}"));
    }

    /// <summary>Where the backup is unpacked.</summary>
    public DirectoryInfo Staging { get; }

    /// <summary>What hinders the restoring before it has begun.</summary>
    public Fault? Fault =>
        File.Exists(_into.FullName) ? BackupFaults.NotAFolder(_into.FullName)
        : !_replace && HasRecords ? BackupFaults.CompanyThere(_into.FullName)
        : null;

    private bool HasRecords => Array.Exists(InOrder, name => File.Exists(Path.Combine(_into.FullName, name)));

    /// <summary>Puts the unpacked databases in place: a new folder by one rename, an old one by a rename for each.</summary>
    public async Task<Result<PlacedRestore>> TakeAsync(CancellationToken cancellationToken)
    {
        if (Fault is { } fault)
        {
            return fault;
        }

        foreach (var file in Staging.EnumerateFiles())
        {
            if (!InOrder.Contains(file.Name, StringComparer.Ordinal))
            {
                if (file.Name.EndsWith("-wal", StringComparison.Ordinal) && file.Length > 0)
                {
                    throw new InvalidOperationException($"{file.Name} is not written back yet: the unpacked store is still open.");
                }

                file.Delete();
            }
        }

        try
        {
            if (!Directory.Exists(_into.FullName))
            {
                Directory.Move(Staging.FullName, _into.FullName);
                return new PlacedRestore(_into, null);
            }

            return await IntoFolderAsync(cancellationToken);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return BackupFaults.NotWritten(_into.FullName, problem.Message);
        }
    }

    /// <summary>Removes what is left of the unpacked backup.</summary>
    public void Clear()
    {
        if (Directory.Exists(Staging.FullName))
        {
            Directory.Delete(Staging.FullName, recursive: true);
        }
    }

    private async Task<Result<PlacedRestore>> IntoFolderAsync(CancellationToken cancellationToken)
    {
        // a copilot that starts meanwhile finds no records, wants to make some, and waits here
        await using var turn = await StoreLock.TakeAsync(Path.Combine(_into.FullName, "migrating.lock"), Patience, cancellationToken);
        if (turn is null)
        {
            return BackupFaults.InUse(_into.FullName);
        }

        foreach (var name in InOrder.Where(name => File.Exists(Path.Combine(_into.FullName, name))))
        {
            if (await SqliteSnapshot.InUseAsync(new FileInfo(Path.Combine(_into.FullName, name)), cancellationToken))
            {
                return BackupFaults.InUse(_into.FullName);
            }
        }

        // with its log and index: a database next to another's log would be read as damaged
        string[] old = [.. InOrder.Reverse().SelectMany(name => new[] { name, name + "-wal", name + "-shm" }).Where(name => File.Exists(Path.Combine(_into.FullName, name)))];
        var aside = old.Length == 0 ? null : new DirectoryInfo(Path.Combine(_into.FullName, $"replaced-{TimeProvider.System.GetUtcNow().ToString("yyyyMMdd-HHmmss-fff", CultureInfo.InvariantCulture)}"));
        aside?.Create();
        Move([
            .. old.Select(name => (Path.Combine(_into.FullName, name), Path.Combine(aside!.FullName, name))),
            .. InOrder.Select(name => (Path.Combine(Staging.FullName, name), Path.Combine(_into.FullName, name))),
        ]);
        return new PlacedRestore(_into, aside);
    }

    /// <summary>Renames all or none, as far as the disk lets it.</summary>
    private static void Move(IReadOnlyList<(string From, string To)> moves)
    {
        var done = new Stack<(string From, string To)>();
        try
        {
            foreach (var move in moves)
            {
                File.Move(move.From, move.To, overwrite: false);
                done.Push(move);
            }
        }
        catch
        {
            foreach (var (from, to) in done)
            {
                File.Move(to, from, overwrite: false);
            }

            throw;
        }
    }
}
