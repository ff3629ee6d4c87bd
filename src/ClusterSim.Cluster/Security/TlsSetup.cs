using System.Security.Cryptography.X509Certificates;
using Akka.Remote.Transport.DotNetty;
using ClusterSim.Hosting.Nodes;

namespace ClusterSim.Cluster.Security;

/// <summary>Mutual TLS: who has no certificate of the authority is refused, on both sides.</summary>
/// <remarks>Names in certificates are not compared: addresses of nodes change, and the authority signs for nothing but one cluster.</remarks>
internal static class TlsSetup
{
    public static DotNettySslSetup Of(NodeTls tls)
    {
        var own = X509Certificate2.CreateFromPemFile(tls.Certificate, tls.Key);
        var authority = X509CertificateLoader.LoadCertificateFromFile(tls.Authority);
        return new DotNettySslSetup(
            own,
            suppressValidation: false,
            requireMutualAuthentication: true,
            (certificate, _, _, _, _) => certificate is not null && IsSigned(certificate, authority));
    }

    private static bool IsSigned(X509Certificate2 certificate, X509Certificate2 authority)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(authority);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        return chain.Build(certificate);
    }
}
