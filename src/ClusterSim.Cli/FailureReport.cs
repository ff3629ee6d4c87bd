using ClusterSim.Cli.Output;
using ClusterSim.Cluster.Membership;
using ClusterSim.Core;
using ClusterSim.Core.Input;
using ClusterSim.Hosting.Diagnosis;
using ClusterSim.Sweeps;
using ClusterSim.Workload;

namespace ClusterSim.Cli;

/// <summary>Tells a person why there is no result. Never shows a stack trace, unless that is asked for.</summary>
internal static class FailureReport
{
    /// <summary>When this environment variable is set, an unexpected failure is shown with all its details.</summary>
    public const string DetailsVariable = "CLUSTERSIM_DETAILS";

    /// <returns>The exit code.</returns>
    public static int Write(Exception exception, Terminal terminal)
    {
        switch (exception)
        {
            case InvalidInputException invalid:
                return Write(
                    invalid.Problems,
                    "Nothing was done. Mend the input and try again; clustersim validate FILE checks experiments and sweeps without a run.",
                    terminal);
            case SimulationFailedException failed:
                terminal.Error.WriteLine("clustersim: the simulation failed: " + failed.Message);
                WriteMessages(failed, terminal);
                break;
            case ClusterFailedException failed:
                terminal.Error.WriteLine("clustersim: " + Printable.Of(failed.Message));
                break;
            case NoWorkersException failed:
                terminal.Error.WriteLine("clustersim: " + Printable.Of(failed.Message));
                break;
            case OutputFailedException failed:
                terminal.Error.WriteLine("clustersim: " + Printable.Of(failed.Message));
                break;
            case OutOfMemoryException:
                terminal.Error.WriteLine("clustersim: the memory of this machine does not suffice. clustersim validate estimates what a run takes.");
                break;
            case AggregateException { InnerExceptions: [var only] }:
                return Write(only, terminal);
            default:
                WriteUnexpected(exception, terminal);
                break;
        }

        WriteDetails(exception, terminal);
        return ExitCode.Failure;
    }

    /// <summary>Prints the problems, one a line, and what to do.</summary>
    /// <returns>The exit code.</returns>
    public static int Write(IReadOnlyList<Problem> problems, string whatToDo, Terminal terminal)
    {
        foreach (var line in ProblemLines.Of(problems))
        {
            terminal.Error.WriteLine(line);
        }

        terminal.Error.WriteLine(whatToDo);
        return ExitCode.InvalidInput;
    }

    private static void WriteMessages(SimulationFailedException failed, Terminal terminal)
    {
        if (failed is DiagnosedFailureException { Diagnosis.MessagesText: { Length: > 0 } messages })
        {
            terminal.Error.WriteLine(messages);
        }
    }

    private static void WriteUnexpected(Exception exception, Terminal terminal)
    {
        var message = Printable.Of(exception.Message.ReplaceLineEndings(" "));
        terminal.Error.WriteLine(
            $"clustersim: unexpected {exception.GetType().Name}: {message} This is a mistake in the program: please report it, " +
            $"with what {DetailsVariable}=1 in the environment shows of it.");
    }

    private static void WriteDetails(Exception exception, Terminal terminal)
    {
        if (!string.IsNullOrEmpty(Environment.GetEnvironmentVariable(DetailsVariable)))
        {
            terminal.Error.WriteLine(exception);
        }
    }
}
