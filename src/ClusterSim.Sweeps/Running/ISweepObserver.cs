namespace ClusterSim.Sweeps.Running;

/// <summary>Follows a sweep. Called from several threads, one at a time.</summary>
public interface ISweepObserver
{
    /// <summary>How far the sweep is.</summary>
    void Report(SweepProgress progress);

    /// <summary>A point has no figures.</summary>
    void Failed(PointFailure failure);

    /// <summary>Something happened that a user should know, such as a node that was lost.</summary>
    void Note(string text);
}
