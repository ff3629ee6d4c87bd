using ClusterSim.Sweeps.Running;
using Xunit;

namespace ClusterSim.Tests.Sweeps.Running;

public sealed class WorkerSlotsTests
{
    private readonly SlotPool pool = new(2);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Take_AllSlotsTaken_WaitsUntilOneIsGivenBack()
    {
        var slots = new WorkerSlots(pool);
        await slots.TakeAsync(Cancellation);
        await slots.TakeAsync(Cancellation);
        var third = new WorkerSlots(pool).TakeAsync(Cancellation);
        Assert.Equal((false, true), (third.IsCompleted, slots.AreWaitedFor));

        slots.Release();

        Assert.True(await third);
        Assert.False(slots.AreWaitedFor);
    }

    [Fact]
    public async Task Close_WhileSlotsAreTaken_GivesAllBackOnce()
    {
        var slots = new WorkerSlots(pool);
        await slots.TakeAsync(Cancellation);
        await slots.TakeAsync(Cancellation);

        slots.Close();
        slots.Close();
        slots.Release();

        var others = new WorkerSlots(pool);
        Assert.True(await others.TakeAsync(Cancellation));
        Assert.True(await others.TakeAsync(Cancellation));
        Assert.False(others.TakeAsync(Cancellation).IsCompleted);
    }

    [Fact]
    public async Task Take_SlotThatComesAfterTheEnd_GoesBack()
    {
        var first = new WorkerSlots(pool);
        await first.TakeAsync(Cancellation);
        await first.TakeAsync(Cancellation);
        var late = new WorkerSlots(pool);
        var taking = late.TakeAsync(Cancellation);
        late.Close();

        first.Release();

        Assert.False(await taking);
        Assert.True(await new WorkerSlots(pool).TakeAsync(Cancellation));
    }
}
