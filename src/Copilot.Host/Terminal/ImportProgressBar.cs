using Copilot.Data.Import;
using Spectre.Console;

namespace Copilot.Host.Terminal;

/// <summary>A bar a file and phase, on the error stream, so that what is printed can be piped.</summary>
internal static class ImportProgressBar
{
    /// <summary>Runs an import with its progress shown.</summary>
    public static Task<T> RunAsync<T>(Func<IProgress<ImportProgress>, CancellationToken, Task<T>> import, CancellationToken cancellationToken)
    {
        if (Console.IsErrorRedirected)
        {
            // a log needs no bar
            return import(new Relay(_ => { }), cancellationToken);
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Progress().AutoClear(true).Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn()).StartAsync(async context =>
        {
            var bars = new Dictionary<(string, ImportPhase), ProgressTask>();
            return await import(new Relay(step => Show(context, bars, step)), cancellationToken);
        });
    }

    private static void Show(ProgressContext context, Dictionary<(string, ImportPhase), ProgressTask> bars, ImportProgress step)
    {
        lock (bars)
        {
            if (!bars.TryGetValue((step.File, step.Phase), out var bar))
            {
                bars[(step.File, step.Phase)] = bar = context.AddTask(step.File);
            }

            var speed = step.RowsPerSecond > 0 ? $", {step.RowsPerSecond:N0} rows/s" : "";
            bar.Description = $"{Markup.Escape(step.File)} {Word(step.Phase)} {step.Rows:N0} rows{speed}";
            bar.IsIndeterminate = step is { Phase: ImportPhase.Storing, Share: < 1 };
            bar.Value = step.Share * 100;
        }
    }

    private static string Word(ImportPhase phase) => phase switch
    {
        ImportPhase.Looking => "looking at",
        ImportPhase.Reading => "reading",
        ImportPhase.Storing => "storing",
        _ => throw new InvalidOperationException($"Phase {phase} has no word."),
    };

    // Progress<T> would hand each step to the thread pool, where they overtake each other
    private sealed class Relay(Action<ImportProgress> show) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => show(value);
    }
}
