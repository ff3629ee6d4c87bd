using System.Text;
using ClusterSim.Sweeps.Planning;

namespace ClusterSim.Sweeps.Running;

/// <summary>By what the journal names the experiment that points vary.</summary>
internal static class BaseId
{
    public static PointId Of(string yaml) => PointId.Of(Encoding.UTF8.GetBytes(yaml));
}
