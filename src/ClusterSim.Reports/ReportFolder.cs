using ClusterSim.Core.Input;
using ClusterSim.Sweeps.Journal;
using ClusterSim.Tracing;

namespace ClusterSim.Reports;

/// <summary>Tells what a folder holds by the files that are in it.</summary>
public static class ReportFolder
{
    /// <summary>What a report of the folder is about.</summary>
    /// <exception cref="InvalidInputException">It holds neither a trace nor a sweep.</exception>
    public static ReportSubject SubjectOf(string folder)
    {
        if (TraceFiles.All.Any(name => File.Exists(Path.Combine(folder, name))))
        {
            return ReportSubject.Run;
        }

        return File.Exists(new SweepFolder(folder).Definition)
            ? ReportSubject.Sweep
            : throw new InvalidInputException(
                folder,
                Directory.Exists(folder) ? "The folder holds neither a trace nor a sweep." : "There is no such folder.",
                "Name a folder that run --trace or sweep -o has written.");
    }
}
