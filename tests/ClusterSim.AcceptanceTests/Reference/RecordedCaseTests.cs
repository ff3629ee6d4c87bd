using ClusterSim.Core.Input;
using ClusterSim.Hosting.Configuration.Cases;
using ClusterSim.Hosting.Verification;
using ClusterSim.Testing;
using ClusterSim.Testing.Simulations;
using Xunit;

namespace ClusterSim.AcceptanceTests.Reference;

/// <summary>The reference's figures to the nanosecond, on every engine.</summary>
public sealed class RecordedCaseTests
{
    private const string SharedBus = "ref-feature-shared-bus";

    private static readonly string Folder = Repository.PathOf("tests", "ClusterSim.AcceptanceTests", "Cases");

    public static TheoryData<string> Cases() => Named(name => !name.StartsWith(SharedBus, StringComparison.Ordinal));

    public static TheoryData<string> SharedBusCases() => Named(name => name.StartsWith(SharedBus, StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Case_OnEveryEngine_HasTheRecordedFigures(string name)
    {
        var recorded = RecordedCase.Read(Path.Combine(Folder, name));

        var result = await EngineMatrix.RunOnAllAsync(recorded.Experiment, TestContext.Current.CancellationToken);

        Assert.Empty(CaseComparison.Differences(recorded, result));
    }

    [Theory]
    [MemberData(nameof(SharedBusCases))]
    public void Case_WithASharedBus_IsRefused(string name)
    {
        var refusal = Assert.Throws<InvalidInputException>(() => RecordedCase.Read(Path.Combine(Folder, name)));

        Assert.Contains(refusal.Problems, problem => problem.ToString().Contains("model-shared-bus", StringComparison.Ordinal));
    }

    private static TheoryData<string> Named(Func<string, bool> isWanted) =>
        [.. RecordedCase.Find(Folder).Select(path => Path.GetFileName(path)!).Where(isWanted)];
}
