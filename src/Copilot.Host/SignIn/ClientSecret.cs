using Copilot.Core;

namespace Copilot.Host.SignIn;

/// <summary>Where the page's secret is: in the setting, in a file that is read each time, or nowhere for a public client.</summary>
internal static class ClientSecret
{
    /// <summary>The secret; a fault that names the file, and nothing of what it holds, when the file gives none.</summary>
    public static async ValueTask<Result<string?>> ReadAsync(SignInOptions options, CancellationToken cancellationToken)
    {
        if (options.ClientSecretFile is not { } file)
        {
            return Result<string?>.Of(options.ClientSecret);
        }

        try
        {
            var text = (await File.ReadAllTextAsync(file, cancellationToken)).Trim();
            return text.Length > 0 ? text : Unreadable(file, "it is empty");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Unreadable(file, error.GetType().Name);
        }
    }

    private static Fault Unreadable(string file, string why) => new("HO-051", $"Copilot:SignIn:ClientSecretFile names \"{file}\", which gives no secret ({why})");
}
