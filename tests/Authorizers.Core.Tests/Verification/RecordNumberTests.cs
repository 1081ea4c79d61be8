using System.Globalization;
using Authorizers.Core.Verification.Records;
using FsCheck.Fluent;

namespace Authorizers.Core.Tests.Verification;

public sealed class RecordNumberTests
{
    [Theory]
    [InlineData(0.0, true)]
    [InlineData(0.5, true)]
    [InlineData(-123456.789012345, true)]
    [InlineData(5.0, true)]
    [InlineData(1e22, true)]
    [InlineData(9.99e125, true)]
    [InlineData(1e126, false)]
    [InlineData(-1e126, false)]
    [InlineData(1e-130, true)]
    [InlineData(9e-131, false)]
    [InlineData(1.0 / 3, false)]
    [InlineData(0.1 + 0.2, false)]
    [InlineData(double.Epsilon, false)]
    [InlineData(double.MaxValue, false)]
    [InlineData(double.NaN, false)]
    [InlineData(double.PositiveInfinity, false)]
    [InlineData(double.NegativeInfinity, false)]
    public void A_double_is_good_when_it_is_read_as_it_is_written_wherever_that_is(double number, bool isGood) =>
        Assert.Equal(isGood, RecordNumber.IsGood(number));

    [Fact]
    public void What_is_good_is_read_as_it_was_written() => Law.Holds(
        from digits in Gen.Choose(-999_999_999, 999_999_999)
        from more in Gen.Choose(0, 99_999_999)
        from exponent in Gen.Choose(-140, 130)
        select double.Parse($"{digits}{more}e{exponent}", CultureInfo.InvariantCulture),
        number => Assert.True(
            !RecordNumber.IsGood(number)
            || (RecordNumber.TryParse(number.ToString("R", CultureInfo.InvariantCulture), out object? read)
                && Convert.ToDouble(read, CultureInfo.InvariantCulture).Equals(number))),
        tests: 3000);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_context_takes_no_number_that_a_table_would_give_back_as_another(bool isGood) =>
        Assert.Equal(isGood, RecordText.IsContext("rate", isGood ? 0.25 : 1.0 / 3));
}
