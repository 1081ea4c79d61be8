using System.Net;
using FsCheck.Fluent;

namespace Authorizers.Core.Tests;

public sealed class NetworkRangeTests
{
    [Theory]
    [InlineData("123.4.5.6/24", "123.4.5.0", true)]
    [InlineData("123.4.5.6/24", "123.4.6.0", false)]
    [InlineData("10.0.0.1", "10.0.0.1", true)]
    [InlineData("10.0.0.1", "10.0.0.2", false)]
    [InlineData("0.0.0.0/0", "255.255.255.255", true)]
    [InlineData("0.0.0.0/0", "::1", false)]
    [InlineData("::/0", "2001:db8::1", true)]
    [InlineData("::/0", "10.0.0.1", false)]
    [InlineData("::/0", "::ffff:10.0.0.1", false)]
    [InlineData("10.0.0.0/8", "::ffff:10.1.2.3", true)]
    [InlineData("::ffff:10.0.0.0/104", "10.1.2.3", true)]
    [InlineData("::ffff:10.0.0.0/104", "11.1.2.3", false)]
    [InlineData("::ffff:10.0.0.1", "10.0.0.1", true)]
    [InlineData("2001:db8::1", "2001:0DB8:0:0:0:0:0:1", true)]
    [InlineData("2001:db8::/33", "2001:db8:8000::", false)]
    [InlineData("2001:db8:ffff::9/32", "2001:db8::", true)]
    [InlineData("64:ff9b::192.0.2.0/120", "64:ff9b::c000:0207", true)]
    [InlineData("1:2:3:4:5:6:7::/112", "1:2:3:4:5:6:7:9", true)]
    public void A_range_contains_what_begins_alike(string range, string address, bool contains)
    {
        Assert.True(NetworkRange.TryParse(range, out NetworkRange? parsed));
        Assert.True(NetworkAddress.TryParse(address, out NetworkAddress parsedAddress));
        Assert.Equal(contains, parsed.Contains(parsedAddress));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("10")]
    [InlineData("10.0.0")]
    [InlineData("10.0.0.0.0")]
    [InlineData("10.0.0.256")]
    [InlineData("10.0.0.01")]
    [InlineData("10.0.0.0x1")]
    [InlineData("10.0.0.+1")]
    [InlineData(" 10.0.0.1")]
    [InlineData("10.0.0.1 ")]
    [InlineData("10.0.0.1:80")]
    [InlineData("10.0.0.0/")]
    [InlineData("10.0.0.0/33")]
    [InlineData("10.0.0.0/08")]
    [InlineData("10.0.0.0/+8")]
    [InlineData("10.0.0.0/-1")]
    [InlineData("10.0.0.0/8/8")]
    [InlineData("10.0.0.0/255.0.0.0")]
    [InlineData(":")]
    [InlineData(":::")]
    [InlineData("1::2::3")]
    [InlineData("1:2:3:4:5:6:7")]
    [InlineData("1:2:3:4:5:6:7:8:9")]
    [InlineData("1:2:3:4:5:6:7:8::")]
    [InlineData("1:2:3:4::5:6:7:8")]
    [InlineData(":1:2:3:4:5:6:7")]
    [InlineData("1:2:3:4:5:6:7:")]
    [InlineData("1::2:")]
    [InlineData("12345::")]
    [InlineData("g::")]
    [InlineData("+1::")]
    [InlineData("::1.2.3")]
    [InlineData("::1.2.3.04")]
    [InlineData("1.2.3.4::")]
    [InlineData("::1.2.3.4:5")]
    [InlineData("[::1]")]
    [InlineData("fe80::1%eth0")]
    [InlineData("::/129")]
    [InlineData("٣.0.0.1")]
    public void What_is_no_range_is_not_guessed_at(string text) => Assert.False(NetworkRange.TryParse(text, out _));

    [Fact]
    public void Every_address_that_the_platform_writes_is_read_as_the_same() => Law.Holds(
        from bytes in Gen.Choose(0, 3).Select(octet => (byte)(octet * 85)).ArrayOf(16)
        from isIpv4 in Gen.Elements(true, false)
        select new IPAddress(isIpv4 ? bytes[..4] : bytes),
        address =>
        {
            Assert.True(NetworkAddress.TryParseAsWritten($"{address}", out NetworkAddress read));
            byte[] bytes = address.GetAddressBytes();
            Assert.Equal(bytes.Aggregate(UInt128.Zero, (bits, octet) => (bits << 8) | octet), read.Bits);
            Assert.Equal(bytes.Length * 8, read.Length);
        });
}
