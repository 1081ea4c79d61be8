using System.Diagnostics.CodeAnalysis;

namespace Authorizers.Cli.Tests.Invoke;

/// <summary>Functions written as shell scripts, which speak the Runtime API over bash's own sockets.</summary>
internal static class ShellBootstrap
{
    /// <summary>Takes one event and then runs the script, with the event in <c>event</c> and its id in <c>id</c>.</summary>
    public static string AfterEvent(string script) => Connected($$"""
        call GET invocation/next
        id= length=0
        while IFS= read -r line <&3 && line=${line%$'\r'} && [ -n "$line" ]; do
          case "${line,,}" in
            lambda-runtime-aws-request-id:*) id=${line##* } ;;
            content-length:*) length=${line##* } ;;
          esac
        done
        IFS= read -r -N "$length" event <&3
        {{script}}
        """);

    /// <summary>Can <c>call METHOD path [body]</c> and <c>wait_for_ever</c>.</summary>
    public static string Connected(string script) => $$"""
        #!/usr/bin/env bash
        set -u
        LC_ALL=C
        exec 3<>"/dev/tcp/${AWS_LAMBDA_RUNTIME_API%:*}/${AWS_LAMBDA_RUNTIME_API##*:}"
        call() {
          body=${3-}
          printf '%s /2018-06-01/runtime/%s HTTP/1.1\r\nHost: lambda\r\n' "$1" "$2" >&3
          printf 'Content-Length: %d\r\n\r\n%s' "${#body}" "$body" >&3
        }
        wait_for_ever() { while IFS= read -r line <&3; do :; done; }
        {{script}}
        """;

    /// <summary>Writes an executable file.</summary>
    [SuppressMessage("Interoperability", "CA1416", Justification = "The tests that call it are skipped on Windows.")]
    public static string WriteScript(this TemporaryFolder folder, string name, string script)
    {
        string file = folder.Write(name, script);
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return file;
    }
}
