using System.Buffers.Binary;
using System.IO.Compression;

namespace Copilot.Tests.Teams;

/// <summary>A PNG of 8-bit red, green, blue and alpha, read by hand: its size, and its pixels.</summary>
internal sealed record Pixels(int Width, int Height, byte[] Rgba)
{
    public static Pixels Read(byte[] file)
    {
        Assert.Equal(new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A }, file[..8]);
        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(20)));
        Assert.Equal((8, 6, 0), (file[24], file[25], file[28]));

        using var data = new MemoryStream();
        for (var at = 8; at < file.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            if (file.AsSpan(at + 4, 4).SequenceEqual("IDAT"u8))
            {
                data.Write(file, at + 8, length);
            }

            at += length + 12;
        }

        data.Position = 0;
        using var inflated = new ZLibStream(data, CompressionMode.Decompress);
        return new Pixels(width, height, Unfilter(inflated, width * 4, height));
    }

    /// <summary>Undoes the filters of the PNG specification, section 9.</summary>
    private static byte[] Unfilter(Stream rows, int stride, int height)
    {
        var pixels = new byte[stride * height];
        for (var y = 0; y < height; y++)
        {
            var filter = rows.ReadByte();
            var row = pixels.AsSpan(y * stride, stride);
            rows.ReadExactly(row);
            for (var x = 0; x < stride; x++)
            {
                int left = x >= 4 ? row[x - 4] : 0, above = y > 0 ? pixels[((y - 1) * stride) + x] : 0, corner = x >= 4 && y > 0 ? pixels[((y - 1) * stride) + x - 4] : 0;
                row[x] = (byte)((row[x] + filter switch { 0 => 0, 1 => left, 2 => above, 3 => (left + above) / 2, 4 => Paeth(left, above, corner), _ => throw new InvalidDataException() }) & 0xFF);
            }
        }

        return pixels;
    }

    private static int Paeth(int left, int above, int corner)
    {
        var guess = left + above - corner;
        var (toLeft, toAbove, toCorner) = (Math.Abs(guess - left), Math.Abs(guess - above), Math.Abs(guess - corner));
        return toLeft <= toAbove && toLeft <= toCorner ? left : toAbove <= toCorner ? above : corner;
    }
}
