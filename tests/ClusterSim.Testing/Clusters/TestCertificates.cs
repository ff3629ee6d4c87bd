using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ClusterSim.Testing.Clusters;

/// <summary>An authority and a node's certificate that it signed, as files of a folder.</summary>
/// <param name="Certificate">The node's certificate.</param>
/// <param name="Key">Its private key.</param>
/// <param name="Authority">The authority's certificate.</param>
public sealed record TestCertificates(string Certificate, string Key, string Authority)
{
    // Valid whenever the tests run.
    private static readonly DateTimeOffset From = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset To = new(2120, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The key <c>tls</c> of a node's file.</summary>
    public string Setting => $"tls: {{ certificate: {Certificate}, key: {Key}, authority: {Authority} }}";

    /// <summary>Makes both.</summary>
    /// <param name="folder">Gets the files.</param>
    /// <param name="name">Of the authority.</param>
    public static TestCertificates Make(TemporaryFolder folder, string name)
    {
        using var authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var authorityRequest = new CertificateRequest($"CN={name}", authorityKey, HashAlgorithmName.SHA256);
        authorityRequest.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, true));
        authorityRequest.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        using var authority = authorityRequest.CreateSelfSigned(From, To);

        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN=node of {name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1"), new Oid("1.3.6.1.5.5.7.3.2")], false));
        using var certificate = request.Create(authority, From, To, [1, 2, 3, 4]);
        return new(
            folder.Write($"{name}-node.pem", certificate.ExportCertificatePem()),
            folder.Write($"{name}-node.key", key.ExportPkcs8PrivateKeyPem()),
            folder.Write($"{name}.pem", authority.ExportCertificatePem()));
    }
}
