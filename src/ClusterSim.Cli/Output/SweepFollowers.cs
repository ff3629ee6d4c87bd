using ClusterSim.Sweeps.Running;

namespace ClusterSim.Cli.Output;

/// <summary>Several who follow a sweep, told one after the other.</summary>
/// <param name="followers">They.</param>
internal sealed class SweepFollowers(IReadOnlyList<ISweepObserver> followers) : ISweepObserver
{
    public void Report(SweepProgress progress) => TellAll(follower => follower.Report(progress));

    public void Failed(PointFailure failure) => TellAll(follower => follower.Failed(failure));

    public void Note(string text) => TellAll(follower => follower.Note(text));

    private void TellAll(Action<ISweepObserver> tell)
    {
        foreach (var follower in followers)
        {
            tell(follower);
        }
    }
}
