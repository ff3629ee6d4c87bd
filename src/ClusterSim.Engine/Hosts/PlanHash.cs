using System.Security.Cryptography;
using System.Text;

namespace ClusterSim.Engine.Hosts;

/// <summary>Tells whether two processes have made the same plan.</summary>
internal static class PlanHash
{
    public static ulong Of(SimulationPlan plan)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, plan.NpuCount);
        Append(hash, plan.NpusPerSite);
        Append(hash, plan.Lookahead.Ns);
        foreach (var actor in plan.Actors)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(actor.Name));
            Append(hash, actor.HomeNpu);
        }

        return BitConverter.ToUInt64(hash.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, long number) => hash.AppendData(BitConverter.GetBytes(number));
}
