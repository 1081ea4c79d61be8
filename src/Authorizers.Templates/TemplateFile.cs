using System.Text;
using Authorizers.Templates.Reading;
using Authorizers.Templates.Values;

namespace Authorizers.Templates;

/// <summary>Reads templates: JSON where the first character that is no blank is <c>{</c>, else YAML.</summary>
public static class TemplateFile
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a file of at most 1 MB in UTF-8.</summary>
    /// <exception cref="TemplateException">It cannot be read, or is no template.</exception>
    public static Template Read(string path) => Template.From(ReadValue(path));

    /// <summary>Reads a template that is in memory.</summary>
    /// <exception cref="TemplateException">It is no template.</exception>
    public static Template Parse(string text) => Template.From(ParseValue(Encoding.UTF8.GetBytes(text)));

    /// <summary>The whole of a file, whatever it holds.</summary>
    internal static TemplateValue ReadValue(string path) => ParseValue(ReadBytes(path));

    private static TemplateValue ParseValue(byte[] bytes)
    {
        if (bytes.Length > TemplateBounds.Length)
        {
            throw new TemplateException(0, $"It is longer than the {TemplateBounds.Length:N0} bytes that CloudFormation takes.");
        }

        ReadOnlySpan<byte> utf8 = bytes.AsSpan();
        utf8 = utf8.StartsWith(Encoding.UTF8.Preamble) ? utf8[Encoding.UTF8.Preamble.Length..] : utf8;
        string text = Decode(utf8);
        return text.AsSpan().TrimStart().StartsWith('{') ? JsonTemplate.Read(utf8) : YamlTemplate.Read(text);
    }

    private static string Decode(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return StrictUtf8.GetString(utf8);
        }
        catch (DecoderFallbackException)
        {
            throw new TemplateException(0, "It is not in UTF-8.");
        }
    }

    /// <summary>A device or a pipe has no length, and is as good as empty: it is not opened, since it may never end.</summary>
    private static byte[] ReadBytes(string path)
    {
        try
        {
            var file = new FileInfo(path);
            long length = (file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file).Length;
            return length switch
            {
                0 => [],
                <= TemplateBounds.Length => File.ReadAllBytes(path),
                _ => new byte[TemplateBounds.Length + 1],
            };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new TemplateException(0, $"{Path.GetFileName(path)} cannot be read: {e.Message}");
        }
    }
}
