using Copilot.Core;
using Copilot.Data;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Copilot.Host.SignIn;

/// <summary>The parts of the sign-in.</summary>
internal static class SignInServices
{
    /// <summary>Registers them, where a sign-in is set: not in the sample, where one chooses who one is. A bad setting is a fault that names it.</summary>
    public static async Task<Fault?> AddSignInAsync(this IServiceCollection services, IConfiguration configuration, OpenCompany company, Uri listening, CancellationToken cancellationToken)
    {
        if (company.Profile.IsSample)
        {
            return null;
        }

        var settings = SignInSettings.Read(configuration, listening, await Staff.ListAsync(company.Store, cancellationToken));
        if (!settings.Ok || settings.Value is not { } options)
        {
            return settings.Fault;
        }

        var key = await HouseKeys.OfAsync(company.Store, "sign-in", cancellationToken);
        var http = Plain();
        services.AddSingleton(options).AddSingleton(company);
        services.AddSingleton(provider => new Authority(options, http, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<Authority>>()));
        services.AddSingleton(provider => new Attempts(key, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new CodeExchange(options, http, provider.GetRequiredService<ILogger<CodeExchange>>()));
        services.AddSingleton(provider => new PersonPage(options, http, provider.GetRequiredService<ILogger<PersonPage>>()));
        services.AddSingleton<IdTokens>().AddSingleton<Admittance>().AddSingleton<SignInFlow>();
        return null;
    }

    // no redirect is followed: a code or a token goes to nobody but whom it was made for
    private static HttpClient Plain() => new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
    {
        Timeout = TimeSpan.FromSeconds(10), MaxResponseContentBufferSize = 1024 * 1024,
    };
}
