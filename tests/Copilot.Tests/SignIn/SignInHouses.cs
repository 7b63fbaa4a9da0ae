namespace Copilot.Tests.SignIn;

/// <summary>A company with the certified server, for tests that change nothing the others look at.</summary>
public sealed class CertifiedHouse : IAsyncLifetime
{
    private OidcServer? _authority;
    private RealCompany? _company;

    internal OidcServer Authority
    {
        get
        {
            Assert.SkipUnless(OidcServer.Missing is null, OidcServer.Missing ?? "");
            return _authority!;
        }
    }

    internal RealCompany Company => Authority is null ? throw new InvalidOperationException() : _company!;

    public async ValueTask InitializeAsync()
    {
        if (OidcServer.Missing is null)
        {
            _authority = await OidcServer.StartAsync();
            _company = await RealCompany.StartAsync(_authority.Address);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_company is not null)
        {
            await _company.DisposeAsync();
            await _authority!.DisposeAsync();
        }
    }
}

/// <summary>A company with an authority that can be spoiled.</summary>
public sealed class SpoiledHouse : IAsyncLifetime
{
    internal FakeAuthority Authority { get; private set; } = null!;

    internal RealCompany Company { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Authority = await FakeAuthority.StartAsync();
        Company = await RealCompany.StartAsync(Authority.Address);
    }

    public async ValueTask DisposeAsync()
    {
        await Company.DisposeAsync();
        await Authority.DisposeAsync();
    }
}
