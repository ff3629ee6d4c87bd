using ClusterSim.Core.Messages;
using ClusterSim.Engine.Recording;

namespace ClusterSim.Hosting.Diagnosis;

/// <summary>Why a run came to no result. The same on every engine.</summary>
public sealed record RunDiagnosis
{
    public required FailureKind Kind { get; init; }

    /// <summary>What happened, in a sentence.</summary>
    public required string Headline { get; init; }

    /// <summary>What is known of the cause, a line each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Who waits for what; null: the run is not stuck.</summary>
    public WaitGraph? Graph { get; init; }

    /// <summary>Whom it concerns, the most important first.</summary>
    public required IReadOnlyList<ActorId> Actors { get; init; }

    /// <summary>What the NPUs among them handled last.</summary>
    public required LastMessages Last { get; init; }

    /// <summary>What the actors are called that it speaks of.</summary>
    public required IReadOnlyDictionary<ActorId, string> Names { get; init; }

    /// <summary>All but the messages in a few lines, for people.</summary>
    public string Text => DiagnosisText.Of(this);

    /// <summary>The messages in some lines, for people; empty if there are none.</summary>
    public string MessagesText => LastMessagesText.Of(this);

    /// <summary>The sentence, and the most telling waits: one line, for a table.</summary>
    public string Summary => DiagnosisText.Summary(this);
}
