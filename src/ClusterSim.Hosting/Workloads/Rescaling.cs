using ClusterSim.Core.Input;
using ClusterSim.Hosting.Configuration.Building;
using ClusterSim.Hosting.Configuration.Settings;
using ClusterSim.Workload.Rescaling;

namespace ClusterSim.Hosting.Workloads;

/// <summary>Rescales traces with the process groups that stand beside them.</summary>
public static class Rescaling
{
    /// <summary>Looks at traces and decides what becomes of them.</summary>
    /// <param name="prefix">Folder and beginning of the files' names.</param>
    /// <param name="groups">A file of process groups; null: the one beside the traces, if there is one.</param>
    /// <param name="request">What is wanted.</param>
    /// <exception cref="InvalidInputException">The files are wrong, or cannot be made what is wanted. Lists all mistakes, if they are few.</exception>
    public static WorkloadRescaling Plan(string prefix, string? groups, RescaleRequest request)
    {
        var context = new ReadContext(new ProblemList());
        var definitions = GroupsFile.Read(prefix, groups, context);
        context.Problems.ThrowIfAny();
        return WorkloadRescaling.Plan(prefix, definitions, request);
    }
}
