using Copilot.Gate;
using Microsoft.EntityFrameworkCore;

namespace Copilot.IntegrationTests.Gate;

/// <content>Colleagues as people name them.</content>
public abstract partial class GateCompliance
{
    [Theory]
    [InlineData("Lukas Moretti", "Maya Brandt", DecisionEnd.Passed)]
    [InlineData("Lukas Moretti", "Lukas Brandt", DecisionEnd.Refused)]
    public async Task ColleagueByFirstName_PassedOn_IsFoundWhereOnlyOneHasIt(string luca, string maya, DecisionEnd end)
    {
        var bench = await NewAsync();
        await using (var context = bench.Store.Company())
        {
            (await context.People.SingleAsync(person => person.Key == "luca", Stop)).Name = luca;
            (await context.People.SingleAsync(person => person.Key == "maya", Stop)).Name = maya;
            await context.SaveChangesAsync(Stop);
        }

        var view = await bench.ProposeAsync(GateBench.Call());
        var (number, choice) = DecisionCommand.Read($"pass {view.Number} to lukas because he knows them")!.Value;

        Assert.Equal((view.Number, new DecisionChoice.Pass("lukas")), (number, choice));
        Assert.Equal(end, (await bench.DecideAsync(number, "hannah", choice)).End);
    }
}
