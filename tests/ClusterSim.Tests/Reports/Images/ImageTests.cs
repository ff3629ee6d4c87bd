using ClusterSim.Core.Collectives;
using ClusterSim.Core.Input;
using ClusterSim.Inspection.Paths;
using ClusterSim.Reports.Images;
using ClusterSim.Reports.Images.Runs;
using ClusterSim.Reports.Images.Sweeps;
using ClusterSim.Testing;
using ClusterSim.Testing.Simulations;
using ClusterSim.Tests.Inspection;
using ClusterSim.Tests.Sweeps;
using SkiaSharp;
using Xunit;

namespace ClusterSim.Tests.Reports.Images;

/// <summary>Images can be read, are as large as they should be, and show something.</summary>
public sealed class ImageTests
{
    [Fact]
    public void Sweep_OfACollective_HasAllImages()
    {
        using var folder = new SampleFolder("axes: [ { network.npus_count: [2, 4] }, { workload.size: [1KiB, 4KiB] } ]").WithBase().With(0, 100).With(1, 200).With(2, 300).With(3, 400);

        var images = SweepImages.Of(folder.Folder.Path);

        Assert.Equal(["scaling", "speed-up", "efficiency", "algorithm-bandwidth", "bus-bandwidth", "heat-map"], images.Select(image => image.Name));
        Assert.All(images, ShowsSomething);
    }

    [Theory]
    [InlineData("axes: [ { network.topology: [Ring, Switch, FullyConnected] } ]")]
    [InlineData("axes: [ { network.topology: [Ring, Switch] }, { backend: [congestion-aware, congestion-unaware] } ]")]
    [InlineData("axes: [ { workload.size: [1KiB] } ]")]
    public void Sweep_OverAnyAxes_IsDrawn(string axes)
    {
        using var folder = new SampleFolder(axes).With(0, 100);

        Assert.All(SweepImages.Of(folder.Folder.Path), ShowsSomething);
    }

    [Fact]
    public void Sweep_WithoutResults_IsRefused()
    {
        using var folder = new SampleFolder("axes: [ { workload.size: [1KiB, 4KiB] } ]");

        Assert.Contains("nothing to draw", Assert.Throws<InvalidInputException>(() => SweepImages.Of(folder.Folder.Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_Traced_HasAllImages()
    {
        using var run = await RunAsync();

        var (images, notes) = await RunImages.OfAsync(run.Trace.Folder);

        Assert.Equal(["timeline", "breakdown", "critical-path", "links"], images.Select(image => image.Name));
        Assert.All(images, ShowsSomething);
        Assert.Empty(notes);
    }

    [Fact]
    public async Task Run_WithADamagedFile_SaysSoInTheImagesThatNeedIt()
    {
        using var run = await RunAsync();
        await File.WriteAllTextAsync(Path.Combine(run.Trace.Folder, "links.parquet"), "PAR1", TestContext.Current.CancellationToken);

        var (images, notes) = await RunImages.OfAsync(run.Trace.Folder);

        Assert.Equal(["timeline", "breakdown", "critical-path", "links"], images.Select(image => image.Name));
        Assert.Contains("cut off or damaged", TextOf(images[^1]), StringComparison.Ordinal);
        Assert.All(images.SkipLast(1), image => Assert.DoesNotContain("cut off", TextOf(image), StringComparison.Ordinal));
        Assert.All(images, ShowsSomething);
        Assert.Single(notes);
    }

    [Fact]
    public async Task Timeline_OfARun_ExplainsWhatOccursAndNothingElse()
    {
        using var run = await RunAsync();

        var (images, _) = await RunImages.OfAsync(run.Trace.Folder);

        Assert.Equal(["Communication\nthat is exposed", "Compute"], images[0].Plot.Legend.ManualItems.Select(item => item.LabelText));
    }

    [Fact]
    public async Task CriticalPath_OfARun_CountsTheStepsThatInspectLists()
    {
        using var run = await RunAsync();
        var path = await CriticalPath.OfRunAsync(run.Trace, "end");

        var (images, _) = await RunImages.OfAsync(run.Trace.Folder);

        Assert.True(path.LongestSteps.Count < path.Steps.Count);
        Assert.EndsWith($"in {path.LongestSteps.Count} steps", images[2].Plot.Axes.Title.Label.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Curves_OnTopOfOneAnother_AreToldApart()
    {
        using var folder = new SampleFolder("axes: [ { network.npus_count: [2, 4] }, { workload.size: [1KiB, 4KiB] } ]").WithBase().With(0, 100).With(1, 100).With(2, 300).With(3, 300);

        var speedUp = SweepImages.Of(folder.Folder.Path).Single(image => image.Name == "speed-up");

        Assert.Equal(["size 1KiB", "size 4KiB,\nsame as size 1KiB", "Ideal"], speedUp.Plot.Legend.ManualItems.Select(item => item.LabelText));
    }

    [Fact]
    public async Task Folder_WrittenTwice_HasTheImagesOnce()
    {
        using var sweep = new SampleFolder("axes: [ { workload.size: [1KiB, 4KiB] } ]").With(0, 100).With(1, 200);
        using var into = new TemporaryFolder();
        var images = SweepImages.Of(sweep.Folder.Path);

        await ImageFolder.WriteAsync(images, into.PathOf("figures"));
        await ImageFolder.WriteAsync(images, into.PathOf("figures"));

        Assert.Equal(images.Select(image => image.FileName).Order(StringComparer.Ordinal), Directory.GetFiles(into.PathOf("figures")).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal));
    }

    private static async Task<InspectedRun> RunAsync()
    {
        var graph = new TestGraph();
        graph.Compute(2);
        graph.Collective(CollectiveKind.AllReduce, 4_000);
        return await InspectedRun.OfAsync(TestExperiment.On("Ring", 4).Executing(graph.Build()));
    }

    private static string TextOf(Image image) => string.Concat(image.Plot.GetPlottables<ScottPlot.Plottables.Text>().Select(text => text.LabelText.ReplaceLineEndings(" ")));

    private static void ShowsSomething(Image image)
    {
        using var bitmap = SKBitmap.Decode(image.ToPng());
        Assert.NotNull(bitmap);
        Assert.Equal((2 * Image.Width, 2 * image.Height), (bitmap.Width, bitmap.Height));
        Assert.Equal(SKColors.White, bitmap.GetPixel(1, 1));
        Assert.True(bitmap.Pixels.Distinct().Count() > 16, $"{image.Name} has hardly any colours.");
    }
}
