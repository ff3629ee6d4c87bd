using System.Collections;
using System.Text;

namespace ClusterSim.Sweeps.Planning;

/// <summary>The identities of a plan's points, and which of them mean the same. Holds 16 bytes and a bit a point.</summary>
internal sealed class PointIds
{
    private static readonly byte[] Version = Encoding.UTF8.GetBytes(ProgramVersion.Text);

    private readonly PointId[] configurations;
    private readonly BitArray isRepeat;

    public PointIds(PointId[] configurations)
    {
        this.configurations = configurations;
        isRepeat = Repeats(configurations);
    }

    public int Count => configurations.Length;

    /// <summary>The identity of a point's configuration.</summary>
    public PointId Configuration(int point) => configurations[point];

    /// <summary>The identity of a point's run by this program.</summary>
    public PointId Run(int point) => RunOf(configurations[point]);

    /// <summary>Whether no point before it means the same, so that it has to be run.</summary>
    public bool IsFirst(int point) => !isRepeat[point];

    // Sorted, what means the same stands together, in the order of the plan: a table of the identities would take thrice as much as they do.
    private static BitArray Repeats(PointId[] configurations)
    {
        var order = Enumerable.Range(0, configurations.Length).ToArray();
        Array.Sort(order, (one, other) => Order(configurations[one], one).CompareTo(Order(configurations[other], other)));
        var repeats = new BitArray(configurations.Length);
        for (var i = 1; i < order.Length; i++)
        {
            repeats[order[i]] = configurations[order[i]] == configurations[order[i - 1]];
        }

        return repeats;
    }

    private static (ulong High, ulong Low, int Point) Order(PointId id, int point) => (id.High, id.Low, point);

    private static PointId RunOf(PointId configuration)
    {
        Span<byte> content = stackalloc byte[PointId.Bytes + Version.Length];
        configuration.Write(content);
        Version.CopyTo(content[PointId.Bytes..]);
        return PointId.Of(content);
    }
}
