using Akka.Actor;
using ClusterSim.Cluster.Wire.Messages;
using Google.Protobuf;

namespace ClusterSim.Cluster.Inputs;

/// <summary>Gives nodes the pieces that they ask for, of what is offered.</summary>
internal sealed class InputSourceActor(InputSource source) : UntypedActor
{
    protected override void OnReceive(object message)
    {
        if (message is PieceWanted wanted)
        {
            Sender.Tell(Answer(wanted));
        }
        else
        {
            Unhandled(message);
        }
    }

    private object Answer(PieceWanted wanted)
    {
        if (source.Find(wanted.Hash) is not { } input)
        {
            return new InputMissing(wanted.Hash, $"Input {wanted.Hash} is not offered by the process that submitted the work.");
        }

        try
        {
            // Opened anew for each piece: there may be more inputs than a process may have files open, and the disk caches them.
            using var stream = input.Open();
            return wanted.Offset >= 0 && wanted.Offset < stream.Length
                ? Piece(wanted, stream)
                : new InputMissing(wanted.Hash, $"{input.Name} has no byte {wanted.Offset:N0}: it was changed after the work was submitted.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new InputMissing(wanted.Hash, $"{input.Name} cannot be read any more where the work was submitted: {error.Message}");
        }
    }

    private static InputPiece Piece(PieceWanted wanted, Stream stream)
    {
        var content = new byte[Math.Min(InputSource.PieceBytes, stream.Length - wanted.Offset)];
        stream.Position = wanted.Offset;
        stream.ReadExactly(content);
        return new InputPiece
        {
            Hash = ByteString.CopyFrom(Convert.FromHexString(wanted.Hash)),
            Offset = wanted.Offset,
            Content = UnsafeByteOperations.UnsafeWrap(content),
        };
    }
}
