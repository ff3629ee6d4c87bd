using System.Diagnostics;
using System.Reflection;

namespace ClusterSim.Testing;

/// <summary>Runs the program <c>clustersim</c> as a user does: in a process of its own.</summary>
public static class ClusterSimProgram
{
    /// <summary>How long a run may take that takes a second or so on an idle machine.</summary>
    public static TimeSpan Bound { get; } = TimeSpan.FromMinutes(2);

    /// <summary>The version of the program, as it tells other processes.</summary>
    public static string Version =>
        Assembly.Load("clustersim").GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>The program's file.</summary>
    public static string ProgramFile =>
        Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "clustersim.exe" : "clustersim");

    /// <summary>Runs it to its end, in the project's root.</summary>
    public static ProgramRun Run(params string[] arguments)
    {
        using var program = Start(arguments);
        return program.WaitForEnd(Bound);
    }

    /// <summary>Starts it, in the project's root.</summary>
    public static RunningProgram Start(params string[] arguments) => Start(Repository.Root, arguments);

    /// <summary>Starts it in a folder.</summary>
    public static RunningProgram Start(string folder, IEnumerable<string> arguments) => StartFile(ProgramFile, folder, arguments);

    /// <summary>Runs it in a folder to its end, from a shell that redirects what it writes.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="command">The command line behind the program's name.</param>
    public static ProgramRun RunInShell(string folder, string command)
    {
        using var shell = StartFile("sh", folder, ["-c", "\"$0\" " + command, ProgramFile]);
        return shell.WaitForEnd(Bound);
    }

    /// <summary>Runs a script of a shell to its end.</summary>
    public static ProgramRun RunScript(string script, TimeSpan bound)
    {
        using var shell = StartFile("sh", Repository.Root, ["-c", script]);
        return shell.WaitForEnd(bound);
    }

    private static RunningProgram StartFile(string file, string folder, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(file, arguments)
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
