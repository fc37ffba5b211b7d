package dev.muster.bench.handshake;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A key on the curve P-256 with its certificate.
 *
 * @param chain the certificate first
 */
record BenchKeys(PrivateKey key, Certificate... chain) {

    /** Only for the files and stores of one run. */
    static final char[] PASSWORD = "bench".toCharArray();

    static final String ALIAS = "bench";

    private static final Duration VALIDITY = Duration.ofDays(1);

    /** Of a server on this machine, signed by itself. */
    static BenchKeys ofServer() throws GeneralSecurityException {
        KeyPair pair = pair();
        X500Name name = new X500Name("CN=localhost");
        X509v3CertificateBuilder builder = builder(name, name, pair);
        try {
            builder.addExtension(
                    Extension.subjectAlternativeName,
                    false,
                    new GeneralNames(new GeneralName(GeneralName.dNSName, "localhost")));
        } catch (CertIOException e) {
            throw new GeneralSecurityException(e);
        }
        return new BenchKeys(pair.getPrivate(), signed(builder, pair.getPrivate()));
    }

    /** Of a device, signed by its manufacturer's authority. */
    static BenchKeys ofDevice(String identifier, BenchKeys authority) throws GeneralSecurityException {
        KeyPair pair = pair();
        X509Certificate own = (X509Certificate) authority.chain[0];
        X500Name issuer = X500Name.getInstance(own.getSubjectX500Principal().getEncoded());
        X509v3CertificateBuilder builder = builder(issuer, new X500Name("serialNumber=" + identifier), pair);
        try {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            builder.addExtension(
                    Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth));
        } catch (CertIOException e) {
            throw new GeneralSecurityException(e);
        }
        return new BenchKeys(
                pair.getPrivate(),
                Stream.concat(Stream.of(signed(builder, authority.key)), Arrays.stream(authority.chain))
                        .toArray(Certificate[]::new));
    }

    private static KeyPair pair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static X509v3CertificateBuilder builder(X500Name issuer, X500Name subject, KeyPair pair) {
        Instant now = Instant.now();
        return new JcaX509v3CertificateBuilder(
                issuer,
                BigInteger.valueOf(now.toEpochMilli()),
                Date.from(now.minusSeconds(60)),
                Date.from(now.plus(VALIDITY)),
                subject,
                pair.getPublic());
    }

    private static X509Certificate signed(X509v3CertificateBuilder builder, PrivateKey key)
            throws GeneralSecurityException {
        try {
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key)));
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }

    KeyManager[] managers() throws GeneralSecurityException {
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store(), PASSWORD);
        return factory.getKeyManagers();
    }

    /** Writes a PKCS #12 file (RFC 7292). */
    Path write(Path file) throws GeneralSecurityException, IOException {
        try (OutputStream output = Files.newOutputStream(file)) {
            store().store(output, PASSWORD);
        }
        return file;
    }

    private KeyStore store() throws GeneralSecurityException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(ALIAS, key, PASSWORD, chain);
            return store;
        } catch (IOException e) {
            throw new GeneralSecurityException(e);
        }
    }
}
