using Akka.Actor;
using Akka.Event;

namespace ClusterSim.Cluster.Logging;

/// <summary>Passes Akka's warnings and errors on, a line each. Made by Akka.</summary>
/// <remarks>Has an ordinary mailbox: that which Akka has for loggers prints what is left in it when the system ends, among the node's own lines.</remarks>
internal sealed class WarningLogger : UntypedActor
{
    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case InitializeLogger:
                Sender.Tell(new LoggerInitialized());
                break;
            case Warning or Error when !IsOrdinary((LogEvent)message):
                Write((LogEvent)message);
                break;
        }
    }

    // Processes that only ask end their connections after each answer; of members that do, the node itself reports.
    private static bool IsOrdinary(LogEvent entry) => entry.Message?.ToString()?.Contains("Disassociated", StringComparison.Ordinal) == true;

    // Its first line says what happened; what follows is a stack trace.
    private static void Write(LogEvent entry)
    {
        var text = entry.Message?.ToString()?.Trim() ?? "";
        var first = text.Split('\n', 2)[0].TrimEnd('\r');
        var cause = entry.Cause?.GetBaseException().Message.Split('\n', 2)[0];
        var line = cause is null || first.Contains(cause, StringComparison.Ordinal) ? first : $"{first} ({cause})";
        Context.System.Settings.Setup.Get<WarningSink>().Value?.Write(line);
    }
}
