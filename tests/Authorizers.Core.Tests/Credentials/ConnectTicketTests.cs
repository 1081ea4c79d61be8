using System.Text;
using Authorizers.Core.Credentials;

namespace Authorizers.Core.Tests.Credentials;

public sealed class ConnectTicketTests
{
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private const string Example = "wst_AbCdEfGhIjKlMnOpQrStUvWxYz012345";

    /// <summary>By another implementation of SHA-256 and base64url (openssl's).</summary>
    private const string IdOfExample = "IOlnM_r2KcRDgaxlrVEzcxiiYlTBkGP7GH4rbzuu0M4";

    [Fact]
    public void A_new_ticket_is_a_prefix_and_32_letters_and_digits_of_190_bits()
    {
        Assert.Matches("^wst_[0-9A-Za-z]{32}$", ConnectTicket.Create().Reveal());
        Assert.InRange(32 * Math.Log2(Alphabet.Length), 190, 191);
    }

    [Fact]
    public void A_new_ticket_is_read_as_what_it_is()
    {
        for (int i = 0; i < 200; i++)
        {
            var made = ConnectTicket.Create();

            ConnectTicket read = Read(made.Reveal());

            Assert.Equal((made.Id, made.Reveal()), (read.Id, read.Reveal()));
        }
    }

    [Fact]
    public void No_two_tickets_are_alike() =>
        Assert.Distinct(Enumerable.Range(0, 10_000).Select(_ => ConnectTicket.Create().Reveal()));

    /// <summary>Chi-squared over 62 letters: 61 degrees of freedom exceed 130 once in a million runs.</summary>
    [Fact]
    public void Every_letter_is_as_likely_as_any_other()
    {
        const int Tickets = 2000;
        int[] counts = new int[128];
        for (int i = 0; i < Tickets; i++)
        {
            foreach (char letter in ConnectTicket.Create().Reveal()[ConnectTicket.Prefix.Length..])
            {
                counts[letter]++;
            }
        }

        double expected = Tickets * 32 / 62.0;
        Assert.InRange(Alphabet.Sum(letter => Math.Pow(counts[letter] - expected, 2) / expected), 20, 130);
    }

    /// <summary>A place of few letters would show as one that is often the same: 2,000 tickets have all 62 at each.</summary>
    [Fact]
    public void Every_place_takes_every_letter()
    {
        string[] tickets = [.. Enumerable.Range(0, 2000).Select(_ => ConnectTicket.Create().Reveal())];

        Assert.All(
            Enumerable.Range(ConnectTicket.Prefix.Length, 32),
            place => Assert.Equal(Alphabet, string.Concat(tickets.Select(ticket => ticket[place]).Distinct().Order())));
    }

    [Fact]
    public void Its_id_is_the_digest_of_the_whole_of_it_in_base64url()
    {
        Assert.Equal(IdOfExample, Read(Example).Id);
        Assert.Equal(Example, Read(Example).Reveal());
        Assert.True(ConnectTicket.IsId(IdOfExample));
    }

    [Fact]
    public void Any_other_byte_at_any_place_makes_another_ticket_or_none()
    {
        for (int at = 0; at < Example.Length; at++)
        {
            foreach (byte other in Enumerable.Range(0, 256).Select(value => (byte)value))
            {
                byte[] text = Some.Utf8(Example);
                text[at] = other;
                bool isTicket = ConnectTicket.TryRead(text, out ConnectTicket? ticket, out Rejection? rejection);
                bool isSame = other == Example[at];

                Assert.Equal(isSame || (at >= 4 && Alphabet.Contains((char)other, StringComparison.Ordinal)), isTicket);
                Assert.Equal(isTicket ? null : other == ',' ? "credential_repeated" : "credential_malformed", rejection?.Code);
                Assert.Equal(isSame, ticket?.Id == IdOfExample);
            }
        }
    }

    [Fact]
    public void A_part_of_a_ticket_is_none()
    {
        for (int length = 1; length < Example.Length; length++)
        {
            Assert.Equal("credential_malformed", Refusal(Example[..length]));
            Assert.Equal("credential_malformed", Refusal(Example[length..]));
        }
    }

    [Theory]
    [InlineData("", "credential_missing")]
    [InlineData(" ", "credential_malformed")]
    [InlineData("wst_", "credential_malformed")]
    [InlineData(Example + "0", "credential_malformed")]
    [InlineData(" " + Example, "credential_malformed")]
    [InlineData(Example + " ", "credential_malformed")]
    [InlineData(Example + "\n", "credential_malformed")]
    [InlineData(Example + "," + Example, "credential_repeated")]
    [InlineData("WST_AbCdEfGhIjKlMnOpQrStUvWxYz012345", "credential_malformed")]
    [InlineData("wst-AbCdEfGhIjKlMnOpQrStUvWxYz012345", "credential_malformed")]
    [InlineData("wst_AbCdEfGhIjKlMnOpQrStUvWxYz01234é", "credential_malformed")]
    [InlineData("wst_AbCdEfGhIjKlMnOpQrStUvWxYz0123é", "credential_malformed")]
    [InlineData("gla_AbCdEfGhIjKl_MnOpQrStUvWxYz0123456789abcdef06fMwX", "credential_malformed")]
    public void What_does_not_look_like_a_ticket_is_refused_without_a_look_at_any_record(string text, string code) =>
        Assert.Equal(code, Refusal(text));

    [Fact]
    public void A_ticket_does_not_change_with_the_buffer_it_was_read_from()
    {
        byte[] buffer = Some.Utf8(Example);
        Assert.True(ConnectTicket.TryRead(buffer, out ConnectTicket? ticket, out _));

        Array.Fill(buffer, (byte)'x');

        Assert.Equal((Example, IdOfExample), (ticket.Reveal(), ticket.Id));
    }

    [Fact]
    public void A_ticket_prints_nothing_of_itself() => Assert.Equal("ConnectTicket", $"{Read(Example)}");

    [Fact]
    public void An_id_says_nothing_of_its_ticket()
    {
        string id = Read(Example).Id;

        Assert.All(
            Enumerable.Range(0, Example.Length - 4),
            at => Assert.DoesNotContain(Example[at..(at + 4)], id, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData(IdOfExample, true)]
    [InlineData("-_AZaz09-_AZaz09-_AZaz09-_AZaz09-_AZaz09-_A", true)]
    [InlineData(Example, false)]
    [InlineData("", false)]
    [InlineData("IOlnM_r2KcRDgaxlrVEzcxiiYlTBkGP7GH4rbzuu0M", false)]
    [InlineData("IOlnM_r2KcRDgaxlrVEzcxiiYlTBkGP7GH4rbzuu0M40", false)]
    [InlineData("IOlnM_r2KcRDgaxlrVEzcxiiYlTBkGP7GH4rbzuu0M=", false)]
    [InlineData("IOlnM/r2KcRDgaxlrVEzcxiiYlTBkGP7GH4rbzuu0M4", false)]
    [InlineData("IOlnM_r2KcRDgaxlrVEzcxiiYlTBkGP7GH4rbzuu0Mé", false)]
    [InlineData("-", false)]
    public void An_id_is_43_letters_of_base64url(string text, bool isId) => Assert.Equal(isId, ConnectTicket.IsId(text));

    private static ConnectTicket Read(string text)
    {
        Assert.True(ConnectTicket.TryRead(Encoding.UTF8.GetBytes(text), out ConnectTicket? ticket, out Rejection? rejection));
        Assert.Null(rejection);
        return ticket;
    }

    private static string Refusal(string text)
    {
        Assert.False(ConnectTicket.TryRead(Encoding.UTF8.GetBytes(text), out ConnectTicket? ticket, out Rejection? rejection));
        Assert.Null(ticket);
        return rejection.Code;
    }
}
