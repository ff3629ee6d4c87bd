using System.Text;

namespace ClusterSim.Testing;

/// <summary>What a process writes, as far as it has come.</summary>
internal sealed class GrowingText
{
    private readonly Lock gate = new();
    private readonly StringBuilder text = new();
    private TaskCompletionSource changed = NewSignal();

    /// <summary>Reads to the end.</summary>
    public async Task ReadAsync(StreamReader reader)
    {
        var buffer = new char[1024];
        while (await reader.ReadAsync(buffer) is > 0 and var count)
        {
            Append(buffer.AsSpan(0, count));
        }
    }

    /// <summary>Waits until it holds something, be it there already or not.</summary>
    /// <exception cref="TimeoutException">It did not come.</exception>
    public Task WaitForAsync(string part, TimeSpan bound) => WaitForAsync(all => all.Contains(part, StringComparison.Ordinal), part, bound);

    /// <summary>Waits until it is as it should be.</summary>
    /// <param name="isThere">Whether it is.</param>
    /// <param name="what">What is waited for, for messages.</param>
    /// <param name="bound">How long.</param>
    /// <exception cref="TimeoutException">It never was.</exception>
    public async Task WaitForAsync(Predicate<string> isThere, string what, TimeSpan bound)
    {
        using var expiry = new CancellationTokenSource(bound);
        while (true)
        {
            Task next;
            lock (gate)
            {
                if (isThere(text.ToString()))
                {
                    return;
                }

                next = changed.Task;
            }

            try
            {
                await next.WaitAsync(expiry.Token);
            }
            catch (OperationCanceledException expired)
            {
                throw new TimeoutException($"Waited {bound.TotalSeconds:0} s for the text: {what}\nIt is, so far:\n{this}", expired);
            }
        }
    }

    public override string ToString()
    {
        lock (gate)
        {
            return text.ToString();
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Append(ReadOnlySpan<char> part)
    {
        TaskCompletionSource signal;
        lock (gate)
        {
            text.Append(part);
            signal = changed;
            changed = NewSignal();
        }

        signal.SetResult();
    }
}
