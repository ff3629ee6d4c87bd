using System.Globalization;
using System.Text;
using ClusterSim.Core.Messages;
using ClusterSim.Engine.Recording;
using ClusterSim.Tracing;

namespace ClusterSim.Hosting.Diagnosis;

/// <summary>Puts the last messages of a diagnosis in words: those of a few actors.</summary>
internal static class LastMessagesText
{
    private const int MostActors = 4;

    public static string Of(RunDiagnosis diagnosis)
    {
        if (diagnosis.Last.Handled.Count == 0)
        {
            return "";
        }

        var text = new StringBuilder("Messages that came last from other actors:");
        var known = diagnosis.Actors.Where(diagnosis.Last.Handled.ContainsKey).ToArray();
        foreach (var actor in known.Take(MostActors))
        {
            Append(text, diagnosis, actor);
        }

        if (known.Length > MostActors)
        {
            text.AppendLine().Append(CultureInfo.InvariantCulture, $"  and those of {known.Length - MostActors:N0} more actors.");
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, RunDiagnosis diagnosis, ActorId actor)
    {
        var messages = diagnosis.Last.Messages.Where(message => message.To == actor).ToArray();
        var handled = diagnosis.Last.Handled[actor];
        text.AppendLine().Append(CultureInfo.InvariantCulture, $"  {diagnosis.Names[actor]}, ");
        text.Append(handled == messages.Length
            ? handled == 0 ? "which got none" : string.Create(CultureInfo.InvariantCulture, $"all {handled:N0}")
            : string.Create(CultureInfo.InvariantCulture, $"the last {messages.Length} of {handled:N0}"));
        var width = messages.Select(message => message.HandledAt.ToString().Length).DefaultIfEmpty().Max();
        foreach (var message in messages)
        {
            text.AppendLine().Append("    ").Append(message.HandledAt.ToString().PadLeft(width)).Append("  ").Append(Describe(message, diagnosis.Names));
        }
    }

    /// <summary>A message in one line.</summary>
    /// <param name="last">The message.</param>
    /// <param name="names">What actors are called.</param>
    public static string Describe(in LastMessage last, IReadOnlyDictionary<ActorId, string> names)
    {
        var message = last.Message;
        var kind = MessageNames.Kinds[(int)message.Kind];
        return message.Kind switch
        {
            MessageKind.Chunk =>
                $"{kind} npu/{message.Source} → npu/{message.Destination}, {message.Size}, {MessageNames.Classes[(int)message.Class]}, tag {message.Tag}, "
                + $"from {names[last.From]}, sent at {last.SentAt}",
            MessageKind.MemoryRequest or MessageKind.MemoryDone => $"{kind}, {message.Size}, from {names[last.From]}, sent at {last.SentAt}",
            MessageKind.Delivered => $"{kind} from {names[last.From]}, sent at {last.SentAt}",
            _ => kind,
        };
    }
}
