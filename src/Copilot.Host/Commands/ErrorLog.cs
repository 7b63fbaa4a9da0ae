using System.Globalization;
using System.Security.Cryptography;
using Copilot.Host.Settings;

namespace Copilot.Host.Commands;

/// <summary>Keeps unforeseen errors whole in a file, under the reference number that the person is given.</summary>
internal static class ErrorLog
{
    /// <summary>Keeps an error; the reference and where it was written.</summary>
    public static (string Reference, string File) Write(Exception exception)
    {
        var reference = Convert.ToHexString(RandomNumberGenerator.GetBytes(4));
        return (reference, Append(reference, exception));
    }

    /// <summary>Keeps a message, with the error behind it, at the end of today's file; says which file that is.</summary>
    public static string Append(string message, Exception? exception)
    {
        var now = DateTimeOffset.UtcNow;
        var file = Path.Combine(Folder(), $"{now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.log");
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.AppendAllText(file, $"{now.ToString("O", CultureInfo.InvariantCulture)} {message}\n{exception}\n");
            return file;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return $"no file: {problem.Message}";
        }
    }

    /// <summary>Beside the data; where there are none yet, in the temporary folder.</summary>
    private static string Folder()
    {
        var settings = HostSettings.Read(new DirectoryInfo(Environment.CurrentDirectory));
        return settings.Ok && settings.Value.DataFolder.Exists ? Path.Combine(settings.Value.DataFolder.FullName, "log") : Path.Combine(Path.GetTempPath(), "copilot-errors");
    }
}
