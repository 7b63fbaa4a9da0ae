using System.Text;

namespace Copilot.Connectors.Mail;

/// <summary>A mail or a part of one: as much of MIME as a delivery status notification needs. It comes from anywhere: every step has a limit.</summary>
internal sealed class MimePart
{
    private const int Deepest = 4;
    private const int MostParts = 50;
    private const int MostHeaders = 500;

    private readonly string _body;

    private MimePart(Dictionary<string, string> headers, string body) => (Headers, _body) = (headers, body);

    /// <summary>Its headers by lower-case name, unfolded; the first of each name.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; }

    /// <summary>Reads headers and body, bytes taken one for one as characters.</summary>
    public static MimePart Read(string text)
    {
        var headers = new Dictionary<string, string>(StringComparer.Ordinal);
        var (at, last) = (0, "");
        while (at < text.Length)
        {
            var end = text.IndexOf('\n', at);
            var line = (end < 0 ? text[at..] : text[at..end]).TrimEnd('\r');
            at = end < 0 ? text.Length : end + 1;
            if (line.Length == 0)
            {
                break;
            }

            if (line[0] is ' ' or '\t')
            {
                if (last.Length > 0)
                {
                    headers[last] += " " + line.Trim();
                }
            }
            else if (line.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon)
            {
                var name = line[..colon].Trim().ToLowerInvariant();
                last = headers.Count < MostHeaders && headers.TryAdd(name, line[(colon + 1)..].Trim()) ? name : "";
            }
        }

        return new MimePart(headers, text[Math.Min(at, text.Length)..]);
    }

    /// <summary>Whether it is of a media type.</summary>
    public bool Is(string mediaType) => (Headers.GetValueOrDefault("content-type") ?? "text/plain").Split(';')[0].Trim().Equals(mediaType, StringComparison.OrdinalIgnoreCase);

    /// <summary>It and all parts of it, outermost first.</summary>
    public IEnumerable<MimePart> All() => All(0).Take(MostParts);

    /// <summary>Its body, decoded.</summary>
    public string Text() => (Headers.GetValueOrDefault("content-transfer-encoding") ?? "").Trim().ToLowerInvariant() switch
    {
        "base64" => Base64(_body),
        "quoted-printable" => QuotedPrintable(_body),
        _ => _body,
    };

    private IEnumerable<MimePart> All(int depth)
    {
        yield return this;
        if (depth >= Deepest || Boundary() is not { Length: > 0 } boundary)
        {
            yield break;
        }

        var pieces = ("\n" + _body.ReplaceLineEndings("\n")).Split("\n--" + boundary);
        foreach (var piece in pieces.Skip(1).Take(MostParts).TakeWhile(piece => !piece.StartsWith("--", StringComparison.Ordinal)))
        {
            foreach (var part in Read(piece[(piece.IndexOf('\n', StringComparison.Ordinal) + 1)..]).All(depth + 1))
            {
                yield return part;
            }
        }
    }

    private string? Boundary()
    {
        var type = Headers.GetValueOrDefault("content-type") ?? "";
        if (!type.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) || type.IndexOf("boundary=", StringComparison.OrdinalIgnoreCase) is < 0)
        {
            return null;
        }

        var value = type[(type.IndexOf("boundary=", StringComparison.OrdinalIgnoreCase) + "boundary=".Length)..];
        return value.StartsWith('"') ? value[1..].Split('"')[0] : value.Split(';', ' ')[0];
    }

    private static string Base64(string text)
    {
        var compact = new string([.. text.Where(character => !char.IsWhiteSpace(character))]);
        var bytes = new byte[compact.Length];
        return Convert.TryFromBase64String(compact, bytes, out var length) ? Encoding.Latin1.GetString(bytes, 0, length) : "";
    }

    private static string QuotedPrintable(string text)
    {
        var joined = text.ReplaceLineEndings("\n").Replace("=\n", "", StringComparison.Ordinal);
        var result = new StringBuilder(joined.Length);
        for (var i = 0; i < joined.Length; i++)
        {
            if (joined[i] == '=' && i + 2 < joined.Length && byte.TryParse(joined.AsSpan(i + 1, 2), System.Globalization.NumberStyles.HexNumber, System.Globalization.CultureInfo.InvariantCulture, out var code))
            {
                result.Append((char)code);
                i += 2;
            }
            else
            {
                result.Append(joined[i]);
            }
        }

        return result.ToString();
    }
}
