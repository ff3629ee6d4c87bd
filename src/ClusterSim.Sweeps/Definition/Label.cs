using ClusterSim.Hosting.Configuration.Documents;

namespace ClusterSim.Sweeps.Definition;

/// <summary>What tables call a value: a list of one as its value, all else as YAML in one line.</summary>
internal static class Label
{
    public static string Of(ConfigNode node) => node is ListNode { Items: [ScalarNode only] } ? only.Text : InOneLine(node);

    private static string InOneLine(ConfigNode node) => node switch
    {
        ScalarNode scalar => scalar.Text,
        ListNode list => $"[{string.Join(", ", list.Items.Select(InOneLine))}]",
        MapNode map => $"{{{string.Join(", ", map.Entries.Select(entry => $"{entry.Key}: {InOneLine(entry.Value)}"))}}}",
        _ => "",
    };
}
