using System.Runtime.InteropServices;

namespace ClusterSim.Testing;

/// <summary>What .NET has no call for.</summary>
internal static partial class UnixCalls
{
    /// <summary>The signal of Ctrl-C.</summary>
    public const int Interrupt = 2;

    /// <summary>The signal by which services are ended.</summary>
    public const int Terminate = 15;

    /// <summary>The signal that stops a process where it is.</summary>
    public const int Stop = 19;

    /// <summary>The signal by which a stopped process goes on.</summary>
    public const int Continue = 18;

    /// <summary>Reading and writing, for the owner of a file.</summary>
    public const int OwnerOnly = 0x180;

    [LibraryImport("libc", EntryPoint = "kill")]
    public static partial int Kill(int processId, int signal);

    [LibraryImport("libc", EntryPoint = "mkfifo", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int MakeFifo(string path, int mode);
}
