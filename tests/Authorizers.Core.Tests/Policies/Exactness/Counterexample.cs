using Authorizers.Tests.Shared.Routing;

namespace Authorizers.Core.Tests.Policies.Exactness;

/// <summary>A table, a call, and what is wrong; made small before it is shown.</summary>
internal sealed record Counterexample(int Seed, OracleTable Table, Call? Call, string Fault)
{
    /// <summary>Leaves out routes for as long as something is still wrong with the call.</summary>
    public Counterexample Shrunk()
    {
        if (Call is null)
        {
            return this;
        }

        Counterexample smallest = this;
        for (int index = 0; index < smallest.Table.Routes.Count;)
        {
            var table = new OracleTable(smallest.Table.Routes.Where((_, at) => at != index));
            string? fault = table.Routes.Any(route => route.Granted) && Built.Of(table, Proof.IsShortest(Seed)) is Built.Answer answer
                ? new PolicyTrial(table, answer.Document, Proof.IsThorough(Seed)).FaultOf(Call)
                : null;
            if (fault is null)
            {
                index++;
            }
            else
            {
                smallest = smallest with { Table = table, Fault = fault };
            }
        }

        return smallest;
    }

    public override string ToString() => $"""
        case {Seed}:
        {Table}
        {(Call is null ? "the policy" : Call)} {Fault}
        {Built.Of(Table, Proof.IsShortest(Seed))}

        """;
}
