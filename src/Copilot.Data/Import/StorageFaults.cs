using System.Data.Common;
using Copilot.Core;
using Microsoft.Data.Sqlite;

namespace Copilot.Data.Import;

/// <summary>What the database can run into while a file is stored, in plain words. The transaction is undone in every case.</summary>
internal static class StorageFaults
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int Full = 13;
    private const int InputOutput = 10;
    private const int ReadOnly = 8;

    /// <summary>The fault; nothing when it is our own mistake and should be seen as such.</summary>
    public static Fault? Explain(DbException exception, string file) => exception switch
    {
        SqliteException { SqliteErrorCode: Busy or Locked } => Say($"the database is being written by another process. Nothing of {file} was taken; try again when it is done"),
        SqliteException { SqliteErrorCode: Full } => Say($"the disk is full. Nothing of {file} was taken; make room and try again"),
        SqliteException { SqliteErrorCode: InputOutput } => Say($"the disk could not be written. Nothing of {file} was taken"),
        SqliteException { SqliteErrorCode: ReadOnly } => Say($"the data folder may not be written. Nothing of {file} was taken"),
        { SqlState: "53100" } => Say($"the database server's disk is full. Nothing of {file} was taken"),
        { SqlState: "40001" or "40P01" or "55P03" or "23505" } => Say($"others were writing the same records at the same time. Nothing of {file} was taken; try again"),
        { IsTransient: true } => Say($"the database cannot be reached. Nothing of {file} was taken; try again"),
        _ => null,
    };

    private static Fault Say(string what) => new(ImportCodes.Storage, $"{char.ToUpperInvariant(what[0])}{what[1..]}.");
}
