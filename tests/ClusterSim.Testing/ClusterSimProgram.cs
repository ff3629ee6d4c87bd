using System.Diagnostics;

namespace ClusterSim.Testing;

/// <summary>Runs the program <c>clustersim</c> as a user does: in a process of its own.</summary>
public static class ClusterSimProgram
{
    /// <summary>How long a run may take that takes a second or so on an idle machine.</summary>
    public static TimeSpan Bound { get; } = TimeSpan.FromMinutes(2);

    /// <summary>Runs it to its end, in the project's root.</summary>
    public static ProgramRun Run(params string[] arguments)
    {
        using var program = Start(arguments);
        return program.WaitForEnd(Bound);
    }

    /// <summary>Starts it, in the project's root.</summary>
    public static RunningProgram Start(params string[] arguments) => Start(Repository.Root, arguments);

    /// <summary>Starts it in a folder.</summary>
    public static RunningProgram Start(string folder, IEnumerable<string> arguments)
    {
        var name = OperatingSystem.IsWindows() ? "clustersim.exe" : "clustersim";
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, name), arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Remove("CLUSTERSIM_DETAILS");
        return new RunningProgram(start);
    }
}
