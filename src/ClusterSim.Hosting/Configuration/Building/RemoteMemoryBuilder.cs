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
        if (!memory.TryGet(RemoteMemorySettings.NodeCount, out var nodes)
            || !memory.TryGet(RemoteMemorySettings.NpusPerNode, out var npusPerNode)
            || npuCount is not { } npus)
        {
            return;
        }

        var places = nodes * npusPerNode;
        var sum = $"num-nodes {nodes} times num-npus-per-node {npusPerNode} is {places}, but the network has {npus} NPUs";
        var needed = (npus + npusPerNode - 1) / npusPerNode;
        if (places < npus)
        {
            Refuse($"{sum}.", "Give as many nodes as the NPUs need.");
        }
        else if (nodes > needed)
        {
            Refuse(
                $"{sum}, which are in the first {(needed == 1 ? "node" : $"{needed} nodes")}.",
                $"Set num-nodes to {needed}, or num-npus-per-node to fewer.");
        }
        else if (places > npus)
        {
            var inLast = npus - (nodes - 1) * npusPerNode;
            context.Notes.Add($"{memory.PlaceOf(RemoteMemorySettings.NodeCount)}: {sum}. So the last node has only {inLast}.");
        }
    }

    private void Refuse(string what, string remedy) =>
        context.Refuse(memory.PlaceOf(RemoteMemorySettings.NodeCount).ToString(), what, remedy);
}
