using Akka.Actor;
using Akka.Dispatch;
using Akka.Event;

namespace ClusterSim.Cluster.Logging;

/// <summary>Passes Akka's warnings and errors on, a line each. Made by Akka.</summary>
internal sealed class WarningLogger : UntypedActor, IRequiresMessageQueue<ILoggerMessageQueueSemantics>
{
    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case InitializeLogger:
                Sender.Tell(new LoggerInitialized());
                break;
            case Warning or Error:
                Write((LogEvent)message);
                break;
        }
    }

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
