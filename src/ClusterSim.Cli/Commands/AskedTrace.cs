using ClusterSim.Core.Input;
using ClusterSim.Inspection.Reading;
using ClusterSim.Sweeps.Journal;
using ClusterSim.Tracing;

namespace ClusterSim.Cli.Commands;

/// <summary>Opens the trace that a command line names.</summary>
internal static class AskedTrace
{
    /// <exception cref="InvalidInputException">The folder holds no trace.</exception>
    public static Task<Trace> OpenAsync(string folder)
    {
        var isSweep = File.Exists(new SweepFolder(folder).Definition) && !File.Exists(Path.Combine(folder, TraceFiles.Run));
        return isSweep
            ? throw new InvalidInputException(
                folder,
                "The folder holds a sweep, not a trace.",
                $"Ask clustersim sweep status {folder}, or make a page of it: clustersim report {folder} -o report.html. A trace is of one run: clustersim run EXPERIMENT.yaml --trace DIR.")
            : Trace.OpenAsync(folder);
    }
}
