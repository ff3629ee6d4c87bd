using ClusterSim.Sweeps.Distributed.Messages;
using ClusterSim.Sweeps.Running;

namespace ClusterSim.Sweeps.Distributed;

/// <summary>Writes and reads results for the wire.</summary>
internal static class PointPartCodec
{
    public static PointPart Encode(PointFinished finished)
    {
        var result = finished.Result;
        var written = new PointPart
        {
            Point = result.Point,
            Attempt = result.Attempt,
            Part = finished.Part,
            IsLast = finished.IsLast,
            Node = result.Node,
            ElapsedSeconds = result.ElapsedSeconds,
            SimulatedNs = result.SimulatedNs,
            Messages = result.Messages,
            Hops = result.Hops,
            Events = result.Events,
            Digest = result.Digest,
            Figures = result.Figures,
        };
        if (result.Error is not null)
        {
            written.Error = result.Error;
        }

        if (result.Diagnosis is not null)
        {
            written.Diagnosis = result.Diagnosis;
        }

        if (finished.Next is { } next)
        {
            written.NextPoint = next.Point;
            written.NextAttempt = next.Attempt;
        }

        written.NpuCounts.AddRange(result.NpuCounts);
        written.Values.AddRange(result.Values);
        return written;
    }

    /// <exception cref="InvalidDataException">Its columns do not belong together.</exception>
    public static PointFinished Decode(PointPart read)
    {
        var isWhole = read.NpuCounts.Count == 0 ? read.Values.Count == 0 : read.Values.Count % read.NpuCounts.Count == 0;
        if (!isWhole)
        {
            throw new InvalidDataException($"It has {read.Values.Count} values for {read.NpuCounts.Count} entries.");
        }

        var result = new PointResult
        {
            Point = read.Point,
            Attempt = read.Attempt,
            Error = read.HasError ? read.Error : null,
            Diagnosis = read.HasDiagnosis ? read.Diagnosis : null,
            Node = read.Node,
            ElapsedSeconds = read.ElapsedSeconds,
            SimulatedNs = read.SimulatedNs,
            Messages = read.Messages,
            Hops = read.Hops,
            Events = read.Events,
            Digest = read.Digest,
            Figures = read.Figures,
            NpuCounts = [.. read.NpuCounts],
            Values = [.. read.Values],
        };
        return new(result, read.Part, read.IsLast, read.NextAttempt > 0 ? new(read.NextPoint, read.NextAttempt) : null);
    }
}
