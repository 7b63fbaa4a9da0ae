namespace Copilot.Data.Import;

/// <summary>Tells how far a file is, a few times a second, and stops when asked to.</summary>
internal sealed class ProgressMeter(string file, IProgress<ImportProgress>? progress, TimeProvider clock)
{
    private const int EveryRows = 4096;

    // a speed taken over less than this says nothing
    private const double LeastSeconds = 0.25;

    private long _started = clock.GetTimestamp();
    private ImportPhase _phase;

    /// <summary>Counts a row.</summary>
    public void Row(ImportPhase phase, long rows, ITableReader reader, CancellationToken cancellationToken)
    {
        if ((rows & (EveryRows - 1)) != 0)
        {
            return;
        }

        cancellationToken.ThrowIfCancellationRequested();
        Report(phase, rows, reader.Share);
    }

    /// <summary>Says where it stands.</summary>
    public void Report(ImportPhase phase, long rows, double share)
    {
        if (phase != _phase)
        {
            (_phase, _started) = (phase, clock.GetTimestamp());
        }

        var seconds = clock.GetElapsedTime(_started).TotalSeconds;
        progress?.Report(new ImportProgress(file, phase, rows, Math.Clamp(share, 0, 1), seconds >= LeastSeconds && phase != ImportPhase.Storing ? rows / seconds : 0));
    }
}
