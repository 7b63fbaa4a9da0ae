using Copilot.Core;

namespace Copilot.Host.Commands;

/// <summary>The edge of every command: a fault is one sentence on the error stream, an unforeseen error a reference number and an entry in the log file.</summary>
internal static class Guard
{
    /// <summary>Something went wrong that a person can mend.</summary>
    public const int Failed = 1;

    /// <summary>Runs a command's body.</summary>
    public static async Task<int> RunAsync(Func<CancellationToken, Task<int>> body, CancellationToken cancellationToken)
    {
        try
        {
            return await body(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("Stopped.");
            return Failed;
        }
#pragma warning disable CA1031 // the outermost edge: whatever comes here must reach nobody as a stack trace
        catch (Exception exception)
#pragma warning restore CA1031
        {
            var (reference, file) = ErrorLog.Write(exception);
            Console.Error.WriteLine($"Something went wrong that should not have (reference {reference}). Nothing was half done; the details are in {file}.");
            return Failed;
        }
    }

    /// <summary>Prints a fault and its suggestions.</summary>
    public static int Print(Fault fault)
    {
        Console.Error.WriteLine($"{fault.Message} ({fault.Code})");
        if (fault.Suggestions.Count > 0)
        {
            Console.Error.WriteLine("Did you mean: " + string.Join(", ", fault.Suggestions) + "?");
        }

        return Failed;
    }
}
