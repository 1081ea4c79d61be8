using Authorizers.Core;
using Authorizers.Core.Credentials;

namespace Authorizers.Cli.Tokens;

/// <summary>One token a line in, one verdict a line out, at once. No line stops the ones after it.</summary>
internal sealed class TokenStream(Terminal terminal, ITokenVerification verification)
{
    private string? _lastSaid;

    public async Task<int> RunAsync(CancellationToken cancel)
    {
        int lines = 0;
        bool failed = false;
        await foreach (ReadOnlyMemory<byte>? line in InputLines.ReadAsync(terminal.Input, cancel))
        {
            lines++;
            failed |= !await AnswerAsync(line);
        }

        if (lines == 0)
        {
            terminal.Say("There is nothing on standard input. Give it one token a line.");
            return ExitCode.BadUsage;
        }

        return failed ? ExitCode.Failed : ExitCode.Done;
    }

    private async Task<bool> AnswerAsync(ReadOnlyMemory<byte>? line)
    {
        BearerToken token = default;
        Verdict verdict =
            line is not { } text ? new Verdict.Invalid(Rejection.TokenTooLarge.Code)
            : PresentedToken.TryRead(text, out token, out Rejection? rejection) ? await VerifyAsync(token)
            : new Verdict.Invalid(rejection.Code, rejection.Claim);
        terminal.WriteData(VerdictJson.Write(verdict, verdict is Verdict.Valid ? ClaimsText.Read(token) : null));
        return verdict is Verdict.Valid;
    }

    private async Task<Verdict> VerifyAsync(BearerToken token)
    {
        try
        {
            return await verification.VerifyAsync(token);
        }
        catch (OutageException e)
        {
            SayOnce($"{e.Code}: {e.Message}");
            return new Verdict.Invalid(e.Code);
        }
        catch (Exception e)
        {
            SayOnce($"{e.GetType().FullName}\n{e.StackTrace}");
            return new Verdict.Invalid("fault");
        }
    }

    /// <summary>An outage meets every line after it in the same words.</summary>
    private void SayOnce(string line)
    {
        if (line != _lastSaid)
        {
            terminal.Say(line);
            _lastSaid = line;
        }
    }
}
