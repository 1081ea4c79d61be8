using System.Collections.Concurrent;
using Authorizers.Tests.Shared.Routing;

namespace Authorizers.Core.Tests.Policies.Exactness;

/// <summary>Random tables, their policies, and calls; a case's number is its seed.</summary>
internal sealed class Proof
{
    private const int CallsPerCase = 12;
    private const int Shown = 5;

    private readonly ConcurrentQueue<Counterexample> _counterexamples = new();
    private readonly ConcurrentQueue<(OracleTable Table, Built.Clash Clash)> _clashes = new();
    private int _tooLarge;
    private long _allowed;
    private long _refused;

    public IReadOnlyList<Counterexample> Counterexamples => [.. _counterexamples.OrderBy(example => example.Seed)];

    public IReadOnlyList<(OracleTable Table, Built.Clash Clash)> Clashes => [.. _clashes];

    public int TooLarge => _tooLarge;

    /// <summary>Calls that had to be allowed, over all cases.</summary>
    public long Allowed => _allowed;

    /// <summary>Calls that had to be refused.</summary>
    public long Refused => _refused;

    public static Proof Of(int first, int cases)
    {
        var proof = new Proof();
        Parallel.For(first, first + cases, proof.Try);
        return proof;
    }

    /// <summary>How many of each kind, and the first few, as small as they get.</summary>
    public string Report() => string.Join(
        '\n',
        Counterexamples.CountBy(example => example.Fault).Select(kind => $"{kind.Value}: {kind.Key}")
            .Concat(Counterexamples.Take(Shown).Select(example => $"{example.Shrunk()}")));

    /// <summary>Every other case is about the form that a policy takes when it would be too long otherwise.</summary>
    public static bool IsShortest(int seed) => seed % 2 == 1;

    /// <summary>One in ten, of either form.</summary>
    public static bool IsThorough(int seed) => seed / 2 % 10 == 0;

    private void Try(int seed)
    {
        var chance = new Random(seed);
        OracleTable table = RandomTables.Next(chance);
        switch (Built.Of(table, IsShortest(seed)))
        {
            case Built.Answer answer:
                TryCalls(seed, new PolicyTrial(table, answer.Document, IsThorough(seed)), table, chance);
                break;
            case Built.Clash clash:
                _clashes.Enqueue((table, clash));
                break;
            default:
                Interlocked.Increment(ref _tooLarge);
                break;
        }
    }

    private void TryCalls(int seed, PolicyTrial trial, OracleTable table, Random chance)
    {
        for (int count = 0; count < CallsPerCase; count++)
        {
            Call call = RandomCalls.Next(table, chance);
            if (trial.FaultOf(call) is { } fault)
            {
                _counterexamples.Enqueue(new Counterexample(seed, table, call, fault));
                return;
            }

            Count(table.Expect(call.Method, call.Path));
        }

        if (trial.FaultOfText(chance) is { } wrong)
        {
            _counterexamples.Enqueue(new Counterexample(seed, table, Call: null, wrong));
        }
    }

    private void Count(CallVerdict verdict)
    {
        if (verdict == CallVerdict.Allow)
        {
            Interlocked.Increment(ref _allowed);
        }
        else if (verdict == CallVerdict.Refuse)
        {
            Interlocked.Increment(ref _refused);
        }
    }
}
