using System.Runtime.ExceptionServices;
using ClusterSim.Cli;

var terminal = Terminal.OfProcess();

// What is thrown on a thread of its own ends the process anyway; it shall not do so with a stack trace.
ExceptionHandling.SetUnhandledExceptionHandler(exception =>
{
    Environment.Exit(FailureReport.Write(exception, terminal));
    return true;
});

return await Shell.RunAsync(args, terminal);
