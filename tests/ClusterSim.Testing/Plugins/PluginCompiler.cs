using ClusterSim.Core.Collectives;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ClusterSim.Testing.Plugins;

/// <summary>Compiles plug-ins from their source, so that a test shows what is wrong with one.</summary>
public static class PluginCompiler
{
    private const string Usings = "using System; using System.Collections.Generic; using ClusterSim.Core.Collectives; using ClusterSim.Core.Units;\n";

    /// <summary>Compiles an assembly into a folder.</summary>
    /// <param name="folder">Gets the file.</param>
    /// <param name="name">The assembly's name.</param>
    /// <param name="source">Its source, without using directives.</param>
    /// <returns>The file.</returns>
    public static string Compile(TemporaryFolder folder, string name, string source)
    {
        var path = folder.PathOf(name + ".dll");
        var trusted = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        var runtime = trusted.Where(file => Path.GetFileName(file).StartsWith("System.", StringComparison.Ordinal) || Path.GetFileName(file) == "netstandard.dll");
        var compilation = CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText(Usings + source)],
            [.. runtime.Append(typeof(ICollectiveFamily).Assembly.Location).Select(file => MetadataReference.CreateFromFile(file))],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var result = compilation.Emit(path);
        return result.Success ? path : throw new ArgumentException(string.Join('\n', result.Diagnostics), nameof(source));
    }

    /// <summary>The source of a family called <c>odd</c> whose ranks do something else each.</summary>
    /// <param name="start">What a phase does when it starts: statements with <c>actions</c>, <c>context</c>, <c>other</c> and <c>size</c>.</param>
    /// <param name="processed">What it does when a packet has gone through the NPU.</param>
    /// <param name="received">What it does when data has arrived.</param>
    public static string Odd(string start, string processed = "", string received = "") =>
        $$"""
        [assembly: CollectivePlugin(typeof(OddFamily))]
        public class OddFamily : ICollectiveFamily
        {
            public string Name => "odd";
            public string Description => "Does what a test says.";
            public string Source => "";
            public IReadOnlyList<AlgorithmParameter> Parameters => Array.Empty<AlgorithmParameter>();
            public ICollectiveAlgorithm Create(AlgorithmSettings settings) => new OddAlgorithm();
        }

        public class OddAlgorithm : ICollectiveAlgorithm
        {
            public string Name => "odd";
            public string? WhyNot(CollectiveKind kind, int rankCount, bool isSubgroup) => null;
            public ICollectivePhase CreatePhase(in PhaseContext context) => new OddPhase(context);
            public long MessagesPerRank(CollectiveKind kind, int rankCount) => 1;
        }

        public class OddPhase : ICollectivePhase
        {
            private readonly PhaseContext context;
            private readonly ByteSize size;
            private readonly int other;
            public OddPhase(PhaseContext context)
            {
                this.context = context;
                size = context.Size;
                other = (context.Rank + 1) % context.RankCount;
            }

            public void Start(IPhaseActions actions) { {{start}} }
            public void OnProcessed(IPhaseActions actions, int label) { {{processed}} }
            public void OnReceived(IPhaseActions actions, int label) { {{received}} }
        }
        """;
}
