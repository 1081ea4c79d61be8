using System.Text.Json;

namespace Authorizers.Cli.Tests.Policies;

public sealed class EvaluateTests : IDisposable
{
    private const string Arn = "arn:aws:execute-api:eu-west-1:123456789012:a1b2c3d4e5/prod/GET/orders/42";
    private const string AllowAll = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""";
    private const string AllAllowed =
        """{"decision":"Allow","statements":[""" + Statement + """],"status":200,"body":null}""";

    private const string Statement = """{"source":"authorizer","index":0,"effect":"Allow","resource":"*"}""";

    private const string OnlyFromOffice = """
        {"Version":"2012-10-17","Statement":[
          {"Effect":"Allow","Principal":"*","Action":"execute-api:Invoke","Resource":"execute-api:/*"},
          {"Effect":"Deny","Principal":"*","Action":"execute-api:Invoke","Resource":"execute-api:/*",
           "Condition":{"NotIpAddress":{"aws:SourceIp":"123.4.5.6/24"}}}]}
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_answer_is_one_line_of_data()
    {
        CommandRun run = await EvaluateAsync(AllowAll, "--method-arn", Arn);

        Assert.Equal(new CommandRun(ExitCode.Done, $"{AllAllowed}\n", ""), run);
    }

    [Fact]
    public async Task A_resource_policy_decides_with_it()
    {
        string office = _folder.Write("resource.json", OnlyFromOffice);

        CommandRun inside = await EvaluateAsync(
            AllowAll, "--method-arn", Arn, "--resource-policy", office, "--source-ip", "123.4.5.99");
        CommandRun outside = await EvaluateAsync(
            AllowAll, "--method-arn", Arn, "--resource-policy", office, "--source-ip", "2001:db8::1");

        Assert.Equal(("Allow", 200), Decision(inside.Data));
        Assert.Equal(("ExplicitDeny", 403), Decision(outside.Data));
        Assert.Contains(
            """{"source":"resource","index":1,"effect":"Deny","resource":"execute-api:/*"}],"status":403,""", outside.Data);
        Assert.Contains("""
            "body":"{\"Message\":\"User: anonymous
            """, outside.Data);
    }

    [Theory]
    [InlineData("ImplicitDeny", 403, "--cross-account")]
    [InlineData("Allow", 200, "--api", "http")]
    [InlineData("Allow", 101, "--api", "websocket")]
    [InlineData("Allow", 200, "--api", "rest")]
    public async Task An_option_says_what_the_arn_does_not(string decision, int status, params string[] options)
    {
        CommandRun run = await EvaluateAsync(AllowAll, ["--method-arn", Arn, .. options]);

        Assert.Equal((decision, status), Decision(run.Data));
    }

    [Theory]
    [InlineData("Allow", "aws:UserAgent=curl=8")]
    [InlineData("Allow", "AWS:USERAGENT=curl=8")]
    [InlineData("ImplicitDeny", "aws:UserAgent=")]
    [InlineData("ImplicitDeny", "aws:UserAgent")]
    public async Task A_condition_key_is_given_by_name(string decision, string context)
    {
        CommandRun run = await EvaluateAsync(
            WithCondition("StringEquals", "aws:UserAgent", "curl=8"), "--method-arn", Arn, "--context", context);

        Assert.Equal(decision, Decision(run.Data).Decision);
    }

    [Fact]
    public async Task Several_condition_keys_are_given_one_by_one()
    {
        CommandRun run = await EvaluateAsync(
            WithCondition("StringEquals", "aws:UserAgent", "${aws:Referer}"),
            "--method-arn", Arn, "--context", "aws:UserAgent=x", "--context", "aws:Referer=x");

        Assert.Equal("Allow", Decision(run.Data).Decision);
    }

    [Theory]
    [InlineData("IpAddress", "aws:SourceIp", "10.0.0.0/8", "asks for aws:SourceIp. Give it with --source-ip IP")]
    [InlineData("DateLessThan", "aws:CurrentTime", "2100", "Give it with --context aws:CurrentTime=VALUE")]
    [InlineData("Null", "aws:Referer", "true", "--context aws:Referer says that the request has none")]
    [InlineData("StringEqualsIfExists", "aws:\\u001b[2J", "x", "asks for aws:\\u001B[2J.")]
    public async Task A_condition_without_its_key_is_asked_for(string name, string key, string value, string sentence)
    {
        CommandRun run = await EvaluateAsync(WithCondition(name, key, value), "--method-arn", Arn);

        run.RefusedWith(sentence);
    }

    [Fact]
    public async Task A_malformed_answer_is_an_answer()
    {
        CommandRun run = await EvaluateAsync(AllowAll.Replace("Allow", "allow"), "--method-arn", Arn);

        Assert.Equal(
            new CommandRun(
                ExitCode.Done,
                """{"decision":"Malformed","statements":[],"status":500,"body":"{\"message\":null}"}""" + "\n",
                "The authorizer's answer is malformed: $.Statement[0].Effect: must be Allow or Deny\n"),
            run);
    }

    [Fact]
    public async Task A_malformed_resource_policy_is_said_to_be_and_asks_for_no_key()
    {
        string resource = _folder.Write("resource.json", OnlyFromOffice.Replace("/24", "/33"));

        CommandRun run = await EvaluateAsync(
            WithCondition("Bool", "aws:SecureTransport", "true"), "--method-arn", Arn, "--resource-policy", resource);

        Assert.Equal((ExitCode.Done, ("Malformed", 500)), (run.ExitCode, Decision(run.Data)));
        Assert.StartsWith("The resource policy is malformed: $.Statement[1].Condition.NotIpAddress['aws:SourceIp']:", run.Talk);
    }

    [Fact]
    public async Task What_a_file_says_cannot_move_the_cursor()
    {
        CommandRun run = await EvaluateAsync("""{"Statement":{"Effect":"Allow","\u001b[2J\n":1}}""", "--method-arn", Arn);

        Assert.Equal(
            ["The authorizer's answer is malformed: $.Statement['\\u001B[2J\\u000A']: is not a member of this object"],
            run.Lines);
    }

    [Fact]
    public async Task A_file_that_is_too_long_is_malformed()
    {
        CommandRun run = await EvaluateAsync(AllowAll.PadRight(300_000), "--method-arn", Arn);

        Assert.Equal(("Malformed", 500), Decision(run.Data));
    }

    [Fact]
    public async Task A_simple_response_is_one_of_an_http_api()
    {
        CommandRun http = await EvaluateAsync("""{"isAuthorized":false}""", "--method-arn", Arn, "--api", "http");
        CommandRun rest = await EvaluateAsync("""{"isAuthorized":false}""", "--method-arn", Arn);

        Assert.Equal(
            """{"decision":"ExplicitDeny","statements":[],"status":403,"body":"{\"message\":\"Forbidden\"}"}""" + "\n", http.Data);
        Assert.Equal(("Malformed", 500), Decision(rest.Data));
    }

    [Theory]
    [InlineData("\n", true)]
    [InlineData("\r\n", true)]
    [InlineData("\n", false)]
    public async Task Each_request_of_a_file_gets_a_line(string lineEnd, bool lastEnds)
    {
        string other = Arn.Replace("/GET/", "/POST/");
        string requests = _folder.Write("requests.txt", $"{Arn}{lineEnd}{other}{lineEnd}{Arn}{(lastEnds ? lineEnd : "")}");

        CommandRun run = await EvaluateAsync(
            AllowAll.Replace("\"Resource\":\"*\"", $"\"Resource\":\"{Arn}\""), "--requests", requests);

        Assert.Equal(
            ["Allow", "ImplicitDeny", "Allow"], run.Data.TrimEnd('\n').Split('\n').Select(line => Decision(line).Decision));
    }

    [Theory]
    [InlineData(Arn + "\n\n" + Arn, "Line 2 of ")]
    [InlineData(Arn + "\nGET/orders\n", "Line 2 of ")]
    [InlineData("", "holds no method ARN")]
    public async Task A_file_with_a_line_that_is_no_method_leaves_no_half_of_an_answer(string lines, string sentence)
    {
        CommandRun run = await EvaluateAsync(AllowAll, "--requests", _folder.Write("requests.txt", lines));

        run.RefusedWith(sentence);
    }

    [Theory]
    [InlineData("one of --method-arn and --requests")]
    [InlineData("--method-arn takes the ARN", "--method-arn", "GET/orders")]
    [InlineData("--method-arn takes the ARN", "--method-arn", "arn:aws:lambda:eu-west-1:123456789012:a/prod/GET/")]
    [InlineData("--source-ip takes an IPv4 or IPv6 address", "--method-arn", Arn, "--source-ip", "10.0.0.0/8")]
    [InlineData("--source-ip takes an IPv4 or IPv6 address", "--method-arn", Arn, "--source-ip", "10.0.0.01")]
    [InlineData("aws:SourceIp is given twice", "--method-arn", Arn, "--source-ip", "::1", "--context", "AWS:sourceip=::1")]
    [InlineData("aws:Referer is given twice", "--method-arn", Arn, "--context", "aws:Referer=a", "--context", "aws:Referer")]
    [InlineData("--context cannot give aws:SourceIp this value", "--method-arn", Arn, "--context", "aws:SourceIp=home")]
    [InlineData("--context cannot give aws:EpochTime this value", "--method-arn", Arn, "--context", "aws:EpochTime=now")]
    [InlineData("cannot give aws:SecureTransport this value", "--method-arn", Arn, "--context", "aws:SecureTransport=1")]
    [InlineData("--context cannot give", "--method-arn", Arn, "--context", "=x")]
    [InlineData("An HTTP API has no resource policy", "--method-arn", Arn, "--api", "http", "--cross-account")]
    [InlineData("Must be one of", "--method-arn", Arn, "--api", "soap")]
    [InlineData("File does not exist", "--method-arn", Arn, "--resource-policy", "none.json")]
    [InlineData("File does not exist", "--requests", "none.txt")]
    public async Task What_cannot_be_meant_is_refused(string sentence, params string[] options)
    {
        CommandRun run = await EvaluateAsync(AllowAll, options);

        run.RefusedWith(sentence);
    }

    [Fact]
    public async Task One_method_and_a_file_of_them_exclude_each_other()
    {
        CommandRun run = await EvaluateAsync(AllowAll, "--method-arn", Arn, "--requests", _folder.Write("requests.txt", Arn));

        run.RefusedWith("one of --method-arn and --requests");
    }

    [Fact]
    public async Task A_policy_is_required() =>
        (await CommandRun.OfAsync("policy", "evaluate", "--method-arn", Arn)).RefusedWith("'--policy' is required");

    private static string WithCondition(string name, string key, string value) => AllowAll.Replace(
        "\"Resource\":\"*\"", $$$"""
        "Resource":"*","Condition":{"{{{name}}}":{"{{{key}}}":"{{{value}}}"}}
        """);

    private static (string? Decision, int Status) Decision(string line)
    {
        JsonElement answer = JsonElement.Parse(line);
        return (answer.GetProperty("decision").GetString(), answer.GetProperty("status").GetInt32());
    }

    private Task<CommandRun> EvaluateAsync(string policy, params string[] options) =>
        CommandRun.OfAsync(["policy", "evaluate", "--policy", _folder.Write("policy.json", policy), .. options]);
}
