using Copilot.Core;
using Copilot.Data.Sample;
using Copilot.Tests.Support;

namespace Copilot.Tests.Data;

/// <summary>The sample's visibility table against its description.</summary>
public sealed class VisibilityTable
{
    [Fact]
    public void SampleCompany_Rules_AreThoseOfItsDescription()
    {
        var described = RoleAccess.Rules.Select(rule => (rule.Role, rule.Area, rule.Level)).Order().ToArray();
        var made = SampleCompany.Generate(new DateOnly(2026, 3, 2)).RoleVisibilities.Select(rule => (rule.Role, rule.Area, rule.Level)).Order().ToArray();

        Assert.Equal(110, described.Length);
        Assert.Equal(described, made);
    }

    [Fact]
    public void PersonWithTwoRoles_Access_IsTheWiderOfBoth()
    {
        var access = RoleAccess.For(new Person { Region = "UK" }, "administrator", "sales_rep");

        Assert.Equal((Visibility.Own, Visibility.All, Visibility.None), (access.Of(Area.Orders), access.Of(Area.Desk), access.Of(Area.Territory)));
    }
}
