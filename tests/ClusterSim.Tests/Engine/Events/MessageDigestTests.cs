using ClusterSim.Core.Messages;
using ClusterSim.Core.Units;
using ClusterSim.Engine.Events;
using Xunit;

namespace ClusterSim.Tests.Engine.Events;

public sealed class MessageDigestTests
{
    private static readonly ScheduledMessage Base = new()
    {
        Time = 100,
        SentAt = 90,
        Id = 7,
        Message = new Message { Kind = MessageKind.Chunk, Source = 1, Destination = 2, Tag = 3, Size = new ByteSize(4), Token = 5 },
    };

    public static TheoryData<string> Members => ["time", "sent", "id", "kind", "class", "notify", "source", "destination", "tag", "size", "token"];

    [Theory]
    [MemberData(nameof(Members))]
    public void Add_MessageThatDiffersInOneMember_GivesAnotherDigest(string member)
    {
        var changed = Change(member);

        Assert.NotEqual(MessageDigest.Add(0, in Base), MessageDigest.Add(0, in changed));
    }

    [Fact]
    public void Add_TwoMessagesInOtherOrder_GivesAnotherDigest()
    {
        var other = Change("time");

        Assert.NotEqual(
            MessageDigest.Add(MessageDigest.Add(0, in Base), in other),
            MessageDigest.Add(MessageDigest.Add(0, in other), in Base));
    }

    [Fact]
    public void Combine_ActorsInOtherOrder_GivesTheSameDigest()
    {
        var forwards = MessageDigest.Combine(MessageDigest.Combine(0, actor: 1, digest: 11), actor: 2, digest: 22);
        var backwards = MessageDigest.Combine(MessageDigest.Combine(0, actor: 2, digest: 22), actor: 1, digest: 11);

        Assert.Equal(forwards, backwards);
    }

    [Fact]
    public void Combine_DigestsOfTwoActorsExchanged_GivesAnotherDigest()
    {
        var own = MessageDigest.Combine(MessageDigest.Combine(0, actor: 1, digest: 11), actor: 2, digest: 22);
        var exchanged = MessageDigest.Combine(MessageDigest.Combine(0, actor: 1, digest: 22), actor: 2, digest: 11);

        Assert.NotEqual(own, exchanged);
    }

    private static ScheduledMessage Change(string member)
    {
        var changed = Base;
        switch (member)
        {
            case "time": changed.Time++; break;
            case "sent": changed.SentAt++; break;
            case "id": changed.Id++; break;
            case "kind": changed.Message = Base.Message with { Kind = MessageKind.Delivered }; break;
            case "class": changed.Message = Base.Message with { Class = MessageClass.Control }; break;
            case "notify": changed.Message = Base.Message with { NotifySender = true }; break;
            case "source": changed.Message = Base.Message with { Source = 9 }; break;
            case "destination": changed.Message = Base.Message with { Destination = 9 }; break;
            case "tag": changed.Message = Base.Message with { Tag = 9 }; break;
            case "size": changed.Message = Base.Message with { Size = new ByteSize(9) }; break;
            default: changed.Message = Base.Message with { Token = 9 }; break;
        }

        return changed;
    }
}
