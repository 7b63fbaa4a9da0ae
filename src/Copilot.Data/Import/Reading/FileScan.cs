using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Copilot.Core;

namespace Copilot.Data.Import;

/// <summary>Reads a file's bytes once: size, hash, and what its encoding can be. The whole file counts: an accent may come in the last row.</summary>
internal static class FileScan
{
    private const int ChunkBytes = 1 << 16;

    // unassigned in Windows-1252: a file with one of these is Latin-1 with control characters, or no text at all
    private static readonly SearchValues<byte> C1 = SearchValues.Create([.. Enumerable.Range(0x80, 0x20).Select(value => (byte)value)]);

    /// <summary>The facts, or why the file cannot be read.</summary>
    public static async Task<Result<FileFacts>> RunAsync(string path, CancellationToken cancellationToken)
    {
        var name = Path.GetFileName(path);
        if (Directory.Exists(path))
        {
            return new Fault(ImportCodes.FileMissing, $"{path} is a folder: name the files in it, for instance {Path.Combine(path, "*.csv")}.");
        }

        try
        {
            await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, ChunkBytes, FileOptions.Asynchronous | FileOptions.SequentialScan);
            return await ScanAsync(path, name, stream, cancellationToken);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return new Fault(ImportCodes.FileMissing, $"There is no file {path}: check the name and the folder.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return new Fault(ImportCodes.FileMissing, $"{name} cannot be read: {exception.Message} Close it in other programs, or copy it, and try again.");
        }
    }

    private static async Task<Result<FileFacts>> ScanAsync(string path, string name, FileStream stream, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var check = new Utf8Check();
        var buffer = new byte[ChunkBytes];
        byte[] head = [];
        long size = 0;
        bool c1 = false, nul = false, blank = true;
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellationToken)) > 0)
        {
            var chunk = buffer.AsMemory(0, read);
            if (size == 0)
            {
                head = chunk.ToArray();
            }

            size += read;
            hash.AppendData(chunk.Span);
            check.Add(chunk.Span);
            c1 |= chunk.Span.ContainsAny(C1);
            nul |= chunk.Span.Contains((byte)0);
            blank &= chunk.Span.IndexOfAnyExcept(" \t\r\n\uFEFF"u8) < 0;
        }

        if (blank)
        {
            return new Fault(ImportCodes.FileEmpty, $"{name} is empty: there is nothing to import. Export it again with its header row.");
        }

        return new FileFacts(path, name, size, Convert.ToHexStringLower(hash.GetHashAndReset()), check.Valid, c1, nul, head);
    }

    /// <summary>Checks UTF-8 over chunks that may cut a character in two.</summary>
    private sealed class Utf8Check
    {
        private readonly byte[] _rest = new byte[4];
        private int _length;

        private bool _broken;

        public bool Valid => !_broken && _length == 0;

        public void Add(ReadOnlySpan<byte> chunk)
        {
            while (_length > 0 && !chunk.IsEmpty && !_broken)
            {
                _rest[_length++] = chunk[0];
                chunk = chunk[1..];
                var status = Rune.DecodeFromUtf8(_rest.AsSpan(0, _length), out _, out _);
                _length = status == OperationStatus.Done ? 0 : _length;
                _broken = status == OperationStatus.InvalidData;
            }

            if (_broken || chunk.IsEmpty)
            {
                return;
            }

            var cut = Cut(chunk);
            _broken = !System.Text.Unicode.Utf8.IsValid(chunk[..^cut]);
            chunk[^cut..].CopyTo(_rest);
            _length = cut;
        }

        // how many bytes at the end belong to a character that goes on in the next chunk
        private static int Cut(ReadOnlySpan<byte> chunk)
        {
            for (var back = 1; back <= Math.Min(3, chunk.Length); back++)
            {
                var value = chunk[^back];
                if (value >= 0xC0)
                {
                    var needs = value >= 0xF0 ? 4 : value >= 0xE0 ? 3 : 2;
                    return needs > back ? back : 0;
                }

                if (value < 0x80)
                {
                    return 0;
                }
            }

            return 0;
        }
    }
}
