using Akka.Actor;
using ClusterSim.Cluster.Wire.Messages;

namespace ClusterSim.Cluster.Inputs;

/// <summary>
/// Brings one input from its owner, piece by piece. A few pieces are asked for ahead; to ask for one acknowledges all before it.
/// What does not come is asked for again, a bounded number of times. Lives as long as that takes.
/// </summary>
internal sealed class InputTransfer : UntypedActor, IWithTimers
{
    private const int PiecesAhead = 8;
    private const int MostSilences = 3;
    private const string SilenceTimer = "silence";

    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(5);

    private readonly InputCache cache;
    private readonly InputDraft draft;
    private readonly ActorSelection owner;
    private long asked;
    private int silences;
    private bool isDone;

    public InputTransfer(InputCache cache, InputDraft draft, ActorSelection owner)
    {
        this.cache = cache;
        this.draft = draft;
        this.owner = owner;
    }

    public ITimerScheduler Timers { get; set; } = null!;

    protected override void PreStart()
    {
        if (draft.IsComplete)
        {
            Finish();
            return;
        }

        AskAhead();
        Timers.StartPeriodicTimer(SilenceTimer, SilenceTick.Instance, Silence);
    }

    protected override void PostStop()
    {
        if (!isDone)
        {
            cache.Abandon(draft);
        }
    }

    // Made anew by Akka, it would go on with a draft that is closed, and whoever waits would wait for ever.
    protected override void OnReceive(object message)
    {
        try
        {
            Handle(message);
        }
        catch (Exception error) when (!isDone)
        {
            Fail($"Input {draft.Id.Hash} cannot be written into the cache of this node: {error.Message}");
        }
    }

    private void Handle(object message)
    {
        switch (message)
        {
            case InputPiece piece when !isDone && Convert.ToHexStringLower(piece.Hash.Span) == draft.Id.Hash:
                Take(piece);
                break;
            case InputMissing missing when !isDone && missing.Hash == draft.Id.Hash:
                Fail(missing.Reason);
                break;
            case SilenceTick when !isDone:
                AskAgain();
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    private void Take(InputPiece piece)
    {
        // A piece that was asked for twice comes twice; one whose predecessor was lost comes again with it.
        if (!draft.TryAdd(piece.Offset, piece.Content.Span))
        {
            return;
        }

        silences = 0;
        Timers.StartPeriodicTimer(SilenceTimer, SilenceTick.Instance, Silence);
        if (draft.IsComplete)
        {
            Finish();
        }
        else
        {
            AskAhead();
        }
    }

    private void AskAhead()
    {
        var most = Math.Min(draft.Id.Size, draft.Written + ((long)PiecesAhead * InputSource.PieceBytes));
        while (asked < most)
        {
            owner.Tell(new PieceWanted(draft.Id.Hash, asked), Self);
            asked += InputSource.PieceBytes;
        }
    }

    private void AskAgain()
    {
        silences++;
        if (silences > MostSilences)
        {
            Fail(
                $"Input {draft.Id.Hash} did not come: waited {Silence.TotalSeconds * silences:0} s for the next piece from {owner.PathString}, "
                + $"{draft.Written:N0} of {draft.Id.Size:N0} bytes are here. Does the process that submitted the work still run?");
            return;
        }

        asked = draft.Written;
        AskAhead();
    }

    private void Finish()
    {
        var isWhole = cache.Complete(draft);
        isDone = true;
        Context.Parent.Tell(isWhole
            ? new InputArrived(draft.Id)
            : new InputFailed(draft.Id, $"What came as input {draft.Id.Hash} is something else: its file was changed while the work was submitted."));
        Context.Stop(Self);
    }

    private void Fail(string reason)
    {
        isDone = true;
        cache.Abandon(draft);
        Context.Parent.Tell(new InputFailed(draft.Id, reason));
        Context.Stop(Self);
    }

    private sealed class SilenceTick
    {
        public static SilenceTick Instance { get; } = new();
    }
}
