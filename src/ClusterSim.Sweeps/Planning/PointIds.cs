using System.Text;

namespace ClusterSim.Sweeps.Planning;

/// <summary>The identities of a plan's points, and which of them mean the same.</summary>
internal sealed class PointIds
{
    private static readonly byte[] Version = Encoding.UTF8.GetBytes(ProgramVersion.Text);

    private readonly PointId[] configurations;
    private readonly Dictionary<PointId, int> firsts;

    public PointIds(PointId[] configurations)
    {
        this.configurations = configurations;
        firsts = new(configurations.Length);
        for (var point = 0; point < configurations.Length; point++)
        {
            firsts.TryAdd(RunOf(configurations[point]), point);
        }
    }

    public int Count => configurations.Length;

    /// <summary>The identity of a point's configuration.</summary>
    public PointId Configuration(int point) => configurations[point];

    /// <summary>The identity of a point's run by this program.</summary>
    public PointId Run(int point) => RunOf(configurations[point]);

    /// <summary>Whether no point before it means the same, so that it has to be run.</summary>
    public bool IsFirst(int point) => firsts[Run(point)] == point;

    /// <summary>The point to run for a run's identity; null: none of this plan.</summary>
    public int? PointOf(PointId run) => firsts.TryGetValue(run, out var point) ? point : null;

    private static PointId RunOf(PointId configuration)
    {
        Span<byte> content = stackalloc byte[PointId.Bytes + Version.Length];
        configuration.Write(content);
        Version.CopyTo(content[PointId.Bytes..]);
        return PointId.Of(content);
    }
}
