using System.Security.Cryptography;
using System.Text;
using Copilot.Core;

namespace Copilot.Conversation;

/// <summary>The classifier, learned at first use and kept in the data folder under the hash of what it was learned from.</summary>
internal static class ModelStore
{
    /// <summary>Moves whenever features or training change: a model of another version is not read.</summary>
    private const string Version = "3";

    /// <summary>Reads the model that fits these examples, or learns and keeps it.</summary>
    public static LinearModel Open(IReadOnlyList<Plugin> plugins, DirectoryInfo folder)
    {
        var file = new FileInfo(Path.Combine(folder.FullName, "language", $"model-{Key(plugins)}.bin"));
        if (file.Exists && Read(file) is { } kept)
        {
            return kept;
        }

        var model = Teacher.Teach(Examples.Load(plugins));
        Write(file, model);
        return Read(file) ?? model;
    }

    /// <summary>A hash of the examples as they lie in the assembly, unparsed: it is taken at every start.</summary>
    public static string Key(IReadOnlyList<Plugin> plugins)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(Version));
        hash.AppendData(Lexicon.Default.Fingerprint);
        Examples.Hash(plugins, hash);
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }

    private static LinearModel? Read(FileInfo file)
    {
        try
        {
            return LinearModel.Read(file);
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            // a file cut short or in use: learning anew costs seconds, a wrong model would cost trust
            return null;
        }
    }

    private static void Write(FileInfo file, LinearModel model)
    {
        try
        {
            file.Directory!.Create();
            var draft = file.FullName + "." + Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture);
            using (var stream = new FileStream(draft, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 1 << 16))
            {
                model.Write(stream);
            }

            File.Move(draft, file.FullName, overwrite: true);
            foreach (var old in file.Directory.EnumerateFiles("model-*.bin").Where(other => other.FullName != file.FullName))
            {
                old.Delete();
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // a folder that cannot be written costs the next start its learning, and nothing else
        }
    }
}
