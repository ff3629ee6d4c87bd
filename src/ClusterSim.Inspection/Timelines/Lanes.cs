namespace ClusterSim.Inspection.Timelines;

/// <summary>Gives tracks to slices that may overlap: each the first of the tracks of its kind that is free.</summary>
/// <param name="add">Adds a track and tells its number; gets its place among those of its kind, from 0.</param>
internal sealed class Lanes(Func<int, int> add)
{
    private readonly List<(int Track, long FreeAt)> lanes = [];

    /// <summary>The track of a slice. Slices come in the order in which they begin.</summary>
    public int Take(long startNs, long endNs)
    {
        var lane = lanes.FindIndex(candidate => candidate.FreeAt <= startNs);
        if (lane < 0)
        {
            lane = lanes.Count;
            lanes.Add((add(lane), endNs));
        }

        lanes[lane] = lanes[lane] with { FreeAt = endNs };
        return lanes[lane].Track;
    }
}
