namespace ClusterSim.Hosting.Diagnosis;

/// <summary>An edge that is not put in words yet: there may be millions, of which few are told.</summary>
/// <param name="Npu">Who waits.</param>
/// <param name="For">The NPU that is waited for; null: none.</param>
/// <param name="Describe">Puts it in words.</param>
internal readonly record struct OpenWait(int Npu, int? For, Func<Wait> Describe);
