using System.Globalization;
using Authorizers.Core.Decisions.Conditions;

namespace Authorizers.Core.Tests.Decisions.Conditions;

public sealed class TimeConditionTests
{
    private const string NotAfter = "clientCertificate.notAfter";
    private const string RequestTimeEpoch = "context.requestTimeEpoch";

    [Theory]
    [InlineData("Nov 20 11:59:59 2026 GMT", true, false)]
    [InlineData("Nov 20 12:00:00 2026 GMT", false, false)]
    [InlineData("Nov 20 12:00:01 2026 GMT", false, true)]
    [InlineData("Nov 20 12:00:01 2026", false, false)]
    [InlineData("2027-11-20T12:00:00Z", false, false)]
    [InlineData("", false, false)]
    public void A_certificates_time_is_before_or_after_now_or_an_instant(string value, bool before, bool after)
    {
        Assert.All<DateTimeOffset?>([null, The.Moment], limit =>
        {
            Assert.Equal(before, Asked.Holds(new TimeCondition(Some.Key(NotAfter), IsBefore: true, limit), value));
            Assert.Equal(after, Asked.Holds(new TimeCondition(Some.Key(NotAfter), IsBefore: false, limit), value));
        });
    }

    [Theory]
    [InlineData(-1, true, false)]
    [InlineData(0, false, false)]
    [InlineData(1, false, true)]
    public void So_is_the_requests_by_the_millisecond(int milliseconds, bool before, bool after)
    {
        string value = (The.Moment.ToUnixTimeMilliseconds() + milliseconds).ToString(CultureInfo.InvariantCulture);

        Assert.Equal(before, Asked.Holds(new TimeCondition(Some.Key(RequestTimeEpoch), IsBefore: true, The.Moment), value));
        Assert.Equal(after, Asked.Holds(new TimeCondition(Some.Key(RequestTimeEpoch), IsBefore: false, The.Moment), value));
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("1e3")]
    [InlineData(" 1")]
    [InlineData("")]
    [InlineData("253402300800000")]
    [InlineData("99999999999999999999")]
    public void What_is_no_time_of_a_request_is_neither(string value)
    {
        Assert.False(Asked.Holds(new TimeCondition(Some.Key(RequestTimeEpoch), IsBefore: true, The.Moment), value));
        Assert.False(Asked.Holds(new TimeCondition(Some.Key(RequestTimeEpoch), IsBefore: false, The.Moment), value));
    }

    [Fact]
    public void Now_passes()
    {
        var clock = new StoppedClock();
        var condition = new TimeCondition(Some.Key(NotAfter), IsBefore: false, Limit: null);
        var values = Some.Values((NotAfter, "Nov 20 13:00:00 2026 GMT"));

        Assert.True(condition.HoldsFor(values, clock));
        clock.Advance(TimeSpan.FromHours(1));
        Assert.False(condition.HoldsFor(values, clock));
    }

    [Fact]
    public void Two_times_are_none()
    {
        var condition = new TimeCondition(Some.Key(NotAfter), IsBefore: false, Limit: null);

        Assert.False(Asked.Holds(condition));
        Assert.False(Asked.Holds(condition, "Nov 20 13:00:00 2026 GMT", "Nov 20 13:00:00 2026 GMT"));
    }

    [Theory]
    [InlineData("May 28 12:30:02 2026 GMT", "2026-05-28T12:30:02Z")]
    [InlineData("Aug  5 09:36:04 2027 GMT", "2027-08-05T09:36:04Z")]
    [InlineData("Aug 5 09:36:04 2027 GMT", "2027-08-05T09:36:04Z")]
    [InlineData("Aug 05 09:36:04 2027 GMT", "2027-08-05T09:36:04Z")]
    [InlineData("Feb 29 00:00:00 2028 GMT", "2028-02-29T00:00:00Z")]
    [InlineData("Dec 31 23:59:59 9999 GMT", "9999-12-31T23:59:59Z")]
    [InlineData("Jan  1 00:00:00 0001 GMT", "0001-01-01T00:00:00Z")]
    public void A_certificates_time_is_read(string text, string same)
    {
        Assert.True(CertificateTime.TryParse(text, out DateTimeOffset time));
        Assert.True(InstantText.TryParse(same, out DateTimeOffset instant));
        Assert.Equal(instant, time);
    }

    [Theory]
    [InlineData("may 28 12:30:02 2026 GMT")]
    [InlineData("ayJ 28 12:30:02 2026 GMT")]
    [InlineData("Mai 28 12:30:02 2026 GMT")]
    [InlineData("May 28 12:30:02 2026 UTC")]
    [InlineData("May 28 12:30:02 2026 gmt")]
    [InlineData("May 28 12:30:02 2026")]
    [InlineData("May 28 12:30:02 2026 GMT ")]
    [InlineData(" May 28 12:30:02 2026 GMT")]
    [InlineData("May  28 12:30:02 2026 GMT")]
    [InlineData("May 0 12:30:02 2026 GMT")]
    [InlineData("May 32 12:30:02 2026 GMT")]
    [InlineData("Feb 29 12:30:02 2026 GMT")]
    [InlineData("May 28 24:00:00 2026 GMT")]
    [InlineData("May 28 12:60:00 2026 GMT")]
    [InlineData("May 28 12:30:60 2026 GMT")]
    [InlineData("May 28 1:30:02 2026 GMT")]
    [InlineData("May 28 12:30:02 0000 GMT")]
    [InlineData("May 28 12:30:02 26 GMT")]
    [InlineData("May 28 12-30-02 2026 GMT")]
    [InlineData("May +8 12:30:02 2026 GMT")]
    [InlineData("May   12:30:02 2026 GMT")]
    [InlineData("")]
    public void Another_text_is_none(string text) => Assert.False(CertificateTime.TryParse(text, out _));

    [Theory]
    [InlineData("2026-11-20T12:00:00Z", 0)]
    [InlineData("2026-11-20T12:00:00.0000001Z", 1)]
    [InlineData("2026-11-20T12:00:00.5Z", 5_000_000)]
    [InlineData("2026-11-20T13:00:00+01:00", 0)]
    [InlineData("2026-11-20T06:30:00.250-05:30", 2_500_000)]
    [InlineData("2026-11-21T11:59:00+23:59", 0)]
    [InlineData("2026-11-20T12:00:00-00:00", 0)]
    public void An_instant_is_read_to_a_tenth_of_a_microsecond(string text, long ticks)
    {
        Assert.True(InstantText.TryParse(text, out DateTimeOffset instant));
        Assert.Equal(The.Moment.AddTicks(ticks), instant);
    }

    [Theory]
    [InlineData("")]
    [InlineData("now")]
    [InlineData("2026-11-20")]
    [InlineData("2026-11-20T12:00Z")]
    [InlineData("2026-11-20T12:00:00")]
    [InlineData("2026-11-20t12:00:00Z")]
    [InlineData("2026-11-20T12:00:00z")]
    [InlineData("2026-11-20 12:00:00Z")]
    [InlineData("2026-11-20T12:00:00.Z")]
    [InlineData("2026-11-20T12:00:00.12345678Z")]
    [InlineData("2026-11-20T12:00:00,5Z")]
    [InlineData("2026-11-20T12:00:00.5")]
    [InlineData("2026-11-20T12:00:60Z")]
    [InlineData("2026-11-20T24:00:00Z")]
    [InlineData("2026-02-29T12:00:00Z")]
    [InlineData("2026-00-20T12:00:00Z")]
    [InlineData("2026-13-20T12:00:00Z")]
    [InlineData("0000-11-20T12:00:00Z")]
    [InlineData("26-11-20T12:00:00Z")]
    [InlineData("2026-11-20T12:00:00Z ")]
    [InlineData("2026-11-20T12:00:00+24:00")]
    [InlineData("2026-11-20T12:00:00+01:60")]
    [InlineData("2026-11-20T12:00:00+0100")]
    [InlineData("2026-11-20T12:00:00+01")]
    [InlineData("0001-01-01T00:00:00+00:01")]
    [InlineData("9999-12-31T23:59:59-00:01")]
    public void Whatever_else_is_no_instant(string text) => Assert.False(InstantText.TryParse(text, out _));
}
