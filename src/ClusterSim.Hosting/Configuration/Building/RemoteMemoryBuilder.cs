using ClusterSim.Collectives.Options;
using ClusterSim.Core.Units;
using ClusterSim.Hosting.Configuration.Sections;
using ClusterSim.Hosting.Configuration.Settings;

namespace ClusterSim.Hosting.Configuration.Building;

/// <summary>Checks what concerns several keys of a remote memory, and builds it.</summary>
internal sealed class RemoteMemoryBuilder(SectionValues memory, ReadContext context)
{
    /// <summary>The remote memory; null if anything is wrong with it.</summary>
    /// <param name="npuCount">How many NPUs the network has; null if that is not known.</param>
    public RemoteMemoryOptions? Build(int? npuCount)
    {
        if (!memory.TryGet(RemoteMemorySettings.MemoryType, out var type))
        {
            return null;
        }

        var kind = type.Value;
        if (kind == RemoteMemoryKind.None)
        {
            return memory.IsSound ? RemoteMemoryOptions.None : null;
        }

        var isComplete = Needs(RemoteMemorySettings.Latency) & Needs(RemoteMemorySettings.Bandwidth);
        if (kind == RemoteMemoryKind.PerNode)
        {
            isComplete &= Needs(RemoteMemorySettings.NodeCount) & Needs(RemoteMemorySettings.NpusPerNode);
            CheckNodes(npuCount);
        }

        return isComplete && memory.IsSound
            ? new(
                kind,
                new SimDuration(memory.Get(RemoteMemorySettings.Latency)),
                new Bandwidth(memory.Get(RemoteMemorySettings.Bandwidth)),
                kind == RemoteMemoryKind.PerNode ? (int)memory.Get(RemoteMemorySettings.NpusPerNode) : 1)
            : null;
    }

    private bool Needs(Setting setting)
    {
        if (memory.NodeOf(setting) is not null)
        {
            return true;
        }

        context.Refuse(
            memory.Place.ToString(),
            $"{setting.Key} is missing, which {memory.Get(RemoteMemorySettings.MemoryType).Name} needs: give {setting.Kind.Allowed}.");
        return false;
    }

    private void CheckNodes(int? npuCount)
    {
        if (memory.TryGet(RemoteMemorySettings.NodeCount, out var nodes)
            && memory.TryGet(RemoteMemorySettings.NpusPerNode, out var npusPerNode)
            && npuCount is { } npus && nodes * npusPerNode < npus)
        {
            context.Refuse(
                memory.PlaceOf(RemoteMemorySettings.NodeCount).ToString(),
                $"num-nodes {nodes} times num-npus-per-node {npusPerNode} is {nodes * npusPerNode}, but the network has {npus} NPUs.",
                "Give as many nodes as the NPUs need.");
        }
    }
}
