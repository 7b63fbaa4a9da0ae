namespace Copilot.Data.Import;

/// <summary>Collects what is wrong and odd about the rows of one file, without growing with the file.</summary>
internal sealed class Findings(string file, IReadOnlyDictionary<Field, string> headers, int faultLimit) : IRowFindings
{
    private const int ExamplesOfAWarning = 20;
    private const int ShownOfAValue = 80;

    private readonly List<RowFault> _faults = [];
    private readonly Dictionary<string, (long Count, List<WarningExample> Examples)> _warnings = new(StringComparer.Ordinal);
    private int _lastFaultLine;

    /// <summary>Faults in all.</summary>
    public long FaultCount { get; private set; }

    /// <summary>Rows with a fault.</summary>
    public long WrongRows { get; private set; }

    /// <summary>The first faults.</summary>
    public IReadOnlyList<RowFault> Faults => _faults;

    /// <summary>The warnings, most frequent first.</summary>
    public IReadOnlyList<ImportWarning> Warnings =>
        [.. _warnings.Select(pair => new ImportWarning(pair.Key, pair.Value.Count, pair.Value.Examples)).OrderByDescending(warning => warning.Count).ThenBy(warning => warning.Text, StringComparer.Ordinal)];

    /// <inheritdoc/>
    public void Fault(int line, Field field, string value, string reason) => Fault(line, headers.GetValueOrDefault(field, field.Name), value, reason);

    /// <summary>A fault in a column by name.</summary>
    public void Fault(int line, string column, string value, string reason)
    {
        FaultCount++;
        WrongRows += line == _lastFaultLine ? 0 : 1;
        _lastFaultLine = line;
        if (_faults.Count < faultLimit)
        {
            _faults.Add(new RowFault(file, line, column, Shown(value), reason));
        }
    }

    /// <inheritdoc/>
    public void Warn(string text, int line, string example) => Warn(text, line, example, 1);

    /// <summary>A warning about several rows at once.</summary>
    public void Warn(string text, int line, string example, long count)
    {
        var (before, examples) = _warnings.TryGetValue(text, out var found) ? found : (0, []);
        if (examples.Count < ExamplesOfAWarning)
        {
            examples.Add(new WarningExample(line, Shown(example)));
        }

        _warnings[text] = (before + count, examples);
    }

    /// <summary>A value fit to be printed: shortened, control characters made visible.</summary>
    public static string Shown(string value)
    {
        var text = value.Length <= ShownOfAValue ? value : $"{value.AsSpan(0, ShownOfAValue)}… ({value.Length} characters)";
        return text.AsSpan().ContainsAnyInRange('\0', '\u001F') || text.Contains('\u007F', StringComparison.Ordinal)
            ? string.Concat(text.Select(character => char.IsControl(character) ? $"⟨{(int)character:X2}⟩" : character.ToString()))
            : text;
    }
}
