using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Copilot.Bot;

/// <summary>Looks again and again, at its pace, until the host stops. What goes wrong is logged whole and looked at again: it ends no host.</summary>
internal abstract partial class Lookout(TimeSpan pace, TimeProvider time, ILogger logger) : BackgroundService
{
    /// <summary>The clock.</summary>
    protected TimeProvider Time => time;

    /// <summary>Where it logs.</summary>
    protected ILogger Logger => logger;

    /// <summary>Looks once.</summary>
    public abstract Task LookAsync(CancellationToken cancellationToken);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await TryAsync(stoppingToken);
                await Task.Delay(pace, time, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // the host stops
        }
    }

    private async Task TryAsync(CancellationToken stoppingToken)
    {
        try
        {
            await LookAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // it is looked at again
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Broken(logger, fault, GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Lookout} broke off; it looks again.")]
    private static partial void Broken(ILogger logger, Exception exception, string lookout);
}
