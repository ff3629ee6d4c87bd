using System.Numerics;
using System.Runtime.CompilerServices;

namespace ClusterSim.Engine.Events;

/// <summary>The hash that shows two simulations to be the same message by message.</summary>
internal static class MessageDigest
{
    // Odd constants with well-spread bits: the golden ratio and the primes of xxHash64.
    private const ulong K1 = 0x9E3779B97F4A7C15;
    private const ulong K2 = 0xC2B2AE3D27D4EB4F;
    private const ulong K3 = 0x165667B19E3779F9;
    private const ulong K4 = 0x27D4EB2F165667C5;

    /// <summary>The digest of one actor after one more message. Depends on the order of an actor's messages.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Add(ulong digest, in ScheduledMessage scheduled)
    {
        ref readonly var message = ref scheduled.Message;
        unchecked
        {
            var key = (ulong)scheduled.Time * K1 + (ulong)scheduled.SentAt * K2 + scheduled.Id * K3;
            var content = (ulong)message.Tag * K4 + (ulong)message.Size.Bytes * K2 + message.Ends * K1 + message.Head * K3;
            return (BitOperations.RotateLeft(digest, 27) ^ key ^ BitOperations.RotateLeft(content, 31)) * K1 + K4;
        }
    }

    /// <summary>A simulation's digest with one more actor. Does not depend on the order of actors.</summary>
    public static ulong Combine(ulong total, int actor, ulong digest)
    {
        unchecked
        {
            var mixed = (digest ^ ((ulong)(uint)actor * K1)) * K2;
            mixed ^= mixed >> 29;
            return total + (mixed * K3 ^ (mixed >> 32));
        }
    }
}
