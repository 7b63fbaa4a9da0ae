namespace Copilot.Bot;

/// <summary>Where the application's secret is: in the setting, or in a file that is read each time, so that a new one needs no restart.</summary>
internal static class AppSecretSource
{
    /// <summary>The secret; an <see cref="HttpRequestException"/> that names the file, and nothing of what it holds, when there is none.</summary>
    public static async ValueTask<string> ReadAsync(BotAuthOptions options, CancellationToken cancellationToken)
    {
        if (options.AppSecret is { Length: > 0 } secret)
        {
            return secret;
        }

        try
        {
            var text = (await File.ReadAllTextAsync(options.AppSecretFile ?? "", cancellationToken)).Trim();
            return text.Length > 0 ? text : throw new IOException("The file is empty.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new HttpRequestException($"The secret of the bot cannot be read from \"{options.AppSecretFile}\" ({error.GetType().Name}): see Copilot:Bot:AppSecretFile.", error);
        }
    }
}
