namespace ClusterSim.Inspection.Timelines;

/// <summary>Takes a timeline, in whatever order it comes. Tracks are named before they are used.</summary>
public interface ITimelineWriter : IAsyncDisposable
{
    /// <summary>A track for slices, or for other tracks.</summary>
    /// <param name="track">Its number, from 1.</param>
    /// <param name="parent">The track that it belongs to; 0: none.</param>
    /// <param name="name">Its name.</param>
    void AddTrack(int track, int parent, string name);

    /// <summary>A track for a counter.</summary>
    void AddCounter(int track, string name, string unit);

    /// <summary>Something that took a while. Slices of one track do not overlap.</summary>
    /// <param name="track">Its track.</param>
    /// <param name="name">What it is.</param>
    /// <param name="startNs">When it began.</param>
    /// <param name="endNs">When it ended.</param>
    /// <param name="flow">What it is a part of, with other slices that an arrow joins; 0: nothing.</param>
    void AddSlice(int track, string name, long startNs, long endNs, ulong flow = 0);

    /// <summary>A counter has a value from a time on.</summary>
    void AddCount(int track, long timeNs, long value);
}
