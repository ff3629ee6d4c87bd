using ClusterSim.Hosting.Configuration.Documents;
using ClusterSim.Hosting.Configuration.Kinds;

namespace ClusterSim.Hosting.Configuration.Settings;

/// <summary>A key that files made for the reference may have, and that changes nothing here. A note says so.</summary>
/// <param name="key">The key in files.</param>
/// <param name="why">Why it changes nothing, in sentences.</param>
internal sealed class SettingWithoutEffect(string key, string why) : Setting(key, $"Without effect. {why}")
{
    public override ValueKind Kind => AnyKind.Instance;

    public override void Read(ConfigNode node, SectionValues into, ReadContext context) =>
        context.Notes.Add($"{node.Place}: Without effect. {why}");
}
