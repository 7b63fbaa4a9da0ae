namespace Copilot.Data.Import;

/// <summary>Where findings about rows are collected.</summary>
internal interface IRowFindings
{
    /// <summary>A value is wrong.</summary>
    void Fault(int line, Field field, string value, string reason);

    /// <summary>A row is odd.</summary>
    void Warn(string text, int line, string example);
}
