using System.Text;
using ClusterSim.Sweeps.Planning;

namespace ClusterSim.Sweeps.Journal;

/// <summary>The diagnoses of points that got stuck or failed, a file each, by their runs.</summary>
/// <param name="folder">Where they are; made with the first of them.</param>
internal sealed class FailedPoints(string folder)
{
    /// <summary>Keeps what is known of a run's failure, in the place of what was known before.</summary>
    /// <param name="run">The run.</param>
    /// <param name="diagnosis">JSON; null: nothing is known, or it did not fail.</param>
    public void Keep(PointId run, string? diagnosis)
    {
        var path = Path.Combine(folder, $"{run}.json");
        if (diagnosis is not null)
        {
            Directory.CreateDirectory(folder);
            SafeFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(diagnosis)));
        }
        else if (Directory.Exists(folder))
        {
            File.Delete(path);
        }
    }
}
