using Authorizers.Templates.Reading;
using Authorizers.Templates.Resolution;
using Authorizers.Templates.Values;

namespace Authorizers.Templates;

/// <summary>A template of CloudFormation or SAM as it is written: nothing in it is resolved.</summary>
public sealed class Template
{
    private const string Sam = "AWS::Serverless-2016-10-31";

    private Template(TemplateMap root)
    {
        Root = root;
        Transforms = TransformsOf(root["Transform"]);
        Parameters = [.. Section("Parameters").Members.Select(ParameterReader.Read)];
    }

    /// <summary>The whole of it.</summary>
    public TemplateMap Root { get; }

    /// <summary>In their order.</summary>
    public IReadOnlyList<TemplateParameter> Parameters { get; }

    /// <summary>The macros that work on all of it, by their names.</summary>
    public IReadOnlyList<string> Transforms { get; }

    /// <summary>Whether SAM makes the resources of it.</summary>
    public bool IsSam => Transforms.Contains(Sam, StringComparer.Ordinal);

    /// <summary>Empty where there are none.</summary>
    public TemplateMap Conditions => Section("Conditions");

    /// <summary>Never empty.</summary>
    public TemplateMap Resources => Section("Resources");

    /// <summary>What SAM's resources have in common; empty where there is nothing.</summary>
    public TemplateMap Globals => Section("Globals");

    /// <summary>Empty where there are none.</summary>
    public TemplateMap Mappings => Section("Mappings");

    /// <summary>Empty where there are none.</summary>
    public TemplateMap Outputs => Section("Outputs");

    /// <summary>Says what it deploys with these values.</summary>
    /// <exception cref="TemplateException">A value is none that it takes, or it says what cannot be understood.</exception>
    public ResolvedTemplate Resolve(TemplateValuation valuation) => new TemplateResolver(this, valuation).Resolve();

    internal static Template From(TemplateValue value)
    {
        TemplateMap root = value.RequireMap("The template");
        foreach (string name in (string[])["Parameters", "Conditions", "Resources", "Globals", "Mappings", "Outputs"])
        {
            root[name]?.RequireMap(name);
        }

        return root["Resources"] is TemplateMap { Members.Count: > 0 }
            ? new Template(root)
            : throw new TemplateException(root.Line, "It has no Resources: a template has one at least.");
    }

    private TemplateMap Section(string name) => Root[name] as TemplateMap ?? new TemplateMap(Root.Line, []);

    private static IReadOnlyList<string> TransformsOf(TemplateValue? transform) => transform switch
    {
        TemplateList list => [.. list.Items.SelectMany(TransformsOf)],
        TemplateMap map => [map["Name"] is TemplateText name ? name.Text : ""],
        TemplateText text => [text.Text],
        _ => [],
    };
}
