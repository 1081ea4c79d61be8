using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace Authorizers.Core.Tests;

/// <summary>Holds a law against many cases. The seed is fixed: a failure today is the same failure tomorrow.</summary>
internal static class Law
{
    private static readonly Replay Seed = new(new Rnd(20261120UL), FSharpOption<int>.None);

    public static void Holds<T>(Gen<T> cases, Action<T> law, int tests = 300) => Holds(cases.ToArbitrary(), law, tests);

    /// <summary>With cases that know how to become smaller, so that a failure is shown at its smallest.</summary>
    public static void Holds<T>(Arbitrary<T> cases, Action<T> law, int tests) =>
        Check.One(
            Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(tests).WithReplay(FSharpOption<Replay>.Some(Seed)),
            Prop.ForAll(cases, law));
}
