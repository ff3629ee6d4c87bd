using ClusterSim.Collectives.Scheduling;

namespace ClusterSim.Collectives.Npu;

/// <summary>The running phases of one NPU, by number. A number is used again when its phase has ended.</summary>
internal sealed class PhaseTable
{
    private PhaseRun?[] phases = new PhaseRun?[2];

    /// <summary>A running phase.</summary>
    /// <exception cref="InvalidOperationException">It has ended, though something was under way for it.</exception>
    public PhaseRun this[int number] => phases[number] ?? ThrowEnded();

    /// <summary>The phase that the next message is likely to be for, for the processor to fetch; null if none runs.</summary>
    public PhaseRun? First => phases[0];

    /// <summary>Takes in a phase and numbers it.</summary>
    public int Add(PhaseRun phase)
    {
        // As many run as there are active chunks, mostly one.
        var number = Array.IndexOf(phases, null);
        if (number < 0)
        {
            number = phases.Length;
            if (number >= Continuation.MaximumPhases)
            {
                throw new InvalidOperationException($"An NPU can run {Continuation.MaximumPhases} phases of collectives at a time.");
            }

            Array.Resize(ref phases, number * 2);
        }

        phases[number] = phase;
        return number;
    }

    /// <summary>A phase has ended.</summary>
    public void Remove(int number) => phases[number] = null;

    // On its own, so that the way to a phase is short enough to be inlined.
    private static PhaseRun ThrowEnded() =>
        throw new InvalidOperationException("A phase of a collective ended before all that it had begun.");
}
