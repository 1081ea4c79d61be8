using Authorizers.Templates.Values;

namespace Authorizers.Templates.Tests;

/// <summary>Templates that are mostly the same.</summary>
internal static class Some
{
    /// <summary>A template around one property, <c>P</c>, of one resource, <c>R</c>.</summary>
    /// <param name="property">In YAML, on one line or on several with their indentation.</param>
    /// <param name="sections">What stands before the resources.</param>
    public static Template Template(string property, string sections = "") => TemplateFile.Parse($"""
        {sections}
        Resources:
          Fn: {"{"} Type: "AWS::Lambda::Function" {"}"}
          R:
            Type: AWS::Some::Thing
            Properties:
              Before: 1
              P: {property}
        """);

    public static TemplateValue? Resolved(string property, string sections = "", TemplateValuation? valuation = null) =>
        Template(property, sections).Resolve(valuation ?? new TemplateValuation())["R"]?.Properties["P"];

    public static TemplateException Fault(string text, TemplateValuation? valuation = null) =>
        Assert.Throws<TemplateException>(() => TemplateFile.Parse(text).Resolve(valuation ?? new TemplateValuation()));

    public static TemplateValuation Given(params (string Name, string Value)[] parameters) =>
        new() { Parameters = parameters.ToDictionary(pair => pair.Name, pair => pair.Value) };
}
