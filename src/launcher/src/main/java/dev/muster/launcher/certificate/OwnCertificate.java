package dev.muster.launcher.certificate;

import dev.muster.domain.trust.key.BouncyCastle;
import dev.muster.domain.trust.key.VerificationKey;
import dev.muster.launcher.settings.CertificateFiles;
import dev.muster.launcher.settings.LaunchFailure;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The operator's own certificate, checked as clients check it, so that a mistake stops the start and not the clients.
 *
 * @param chain what the server shows: its own certificate first, without the root
 * @param roots what clients trust
 */
record OwnCertificate(PrivateKey key, List<X509Certificate> chain, List<X509Certificate> roots) {

    private static final String SERVER_AUTH = "1.3.6.1.5.5.7.3.1";
    private static final String ANY_PURPOSE = "2.5.29.37.0";
    private static final int DIGITAL_SIGNATURE = 0;
    private static final int MIN_RSA_BITS = 2_048;
    private static final int MAX_RSA_BITS = 4_096;

    /**
     * @param hosts by which people and devices reach the server
     * @throws LaunchFailure that says what is wrong and what to do
     */
    static OwnCertificate read(CertificateFiles files, List<String> hosts, Instant now) {
        List<X509Certificate> all = PemFiles.certificates(files.certificate(), CertificateFiles.CERTIFICATE);
        PrivateKey key = PemFiles.privateKey(files.key(), CertificateFiles.KEY);
        X509Certificate own = all.getFirst();
        requireKind(own);
        requirePair(own, key);
        requireDates(own, now);
        requirePurpose(own);
        hosts.forEach(host -> requireName(own, host));
        Optional<X509Certificate> root =
                Optional.of(all.getLast()).filter(last -> all.size() > 1 && PathToRoot.isSelfSigned(last));
        List<X509Certificate> chain = root.isPresent() ? all.subList(0, all.size() - 1) : all;
        Optional<List<X509Certificate>> given =
                files.root().map(file -> PemFiles.certificates(file, CertificateFiles.ROOT));
        return new OwnCertificate(key, chain, PathToRoot.find(chain, root, given, now));
    }

    X509Certificate certificate() {
        return chain.getFirst();
    }

    private static void requireKind(X509Certificate own) {
        byte[] key = own.getPublicKey().getEncoded();
        boolean isRsa = own.getPublicKey() instanceof RSAPublicKey rsa
                && rsa.getModulus().bitLength() >= MIN_RSA_BITS
                && rsa.getModulus().bitLength() <= MAX_RSA_BITS;
        if (!isRsa
                && VerificationKey.p256(key).isEmpty()
                && VerificationKey.p384(key).isEmpty()) {
            throw refused(
                    "has a key that this server does not use. Take EC P-256 or P-384, or RSA of 2,048 to 4,096 bits");
        }
    }

    private static void requirePair(X509Certificate own, PrivateKey key) {
        try {
            String algorithm = own.getPublicKey() instanceof RSAPublicKey ? "SHA256withRSA" : "SHA256withECDSA";
            Signature signature = Signature.getInstance(algorithm, BouncyCastle.PROVIDER);
            signature.initSign(key);
            signature.update(own.getSignature());
            byte[] signed = signature.sign();
            signature.initVerify(own.getPublicKey());
            signature.update(own.getSignature());
            if (signature.verify(signed)) {
                return;
            }
        } catch (GeneralSecurityException e) {
            throw notOfKey();
        }
        throw notOfKey();
    }

    private static LaunchFailure notOfKey() {
        return refused("does not belong to the key in " + CertificateFiles.KEY
                + ". The server's own certificate must be the first in the file");
    }

    private static void requireDates(X509Certificate own, Instant now) {
        if (now.isAfter(own.getNotAfter().toInstant())) {
            throw refused("expired at " + own.getNotAfter().toInstant() + ". Put a newer one in its place");
        }
        if (now.isBefore(own.getNotBefore().toInstant())) {
            throw refused("is valid only from " + own.getNotBefore().toInstant() + ". Check the clock of this machine");
        }
    }

    private static void requirePurpose(X509Certificate own) {
        try {
            List<String> purposes = own.getExtendedKeyUsage();
            boolean isForServers = purposes == null || purposes.contains(SERVER_AUTH) || purposes.contains(ANY_PURPOSE);
            boolean[] usage = own.getKeyUsage();
            if (!isForServers || (usage != null && !usage[DIGITAL_SIGNATURE])) {
                throw refused("is not for a server. It needs serverAuth and digitalSignature");
            }
        } catch (CertificateParsingException e) {
            throw refused("has extensions that cannot be read");
        }
    }

    private static void requireName(X509Certificate own, String host) {
        try {
            NamesOfCertificate names = NamesOfCertificate.of(own);
            if (!names.covers(host)) {
                throw refused(
                        "is not for %s, but for %s. Set muster.public-url and muster.device-url to names of the certificate, or get one for them"
                                .formatted(host, names));
            }
        } catch (CertificateParsingException e) {
            throw refused("has names that cannot be read");
        }
    }

    private static LaunchFailure refused(String what) {
        return new LaunchFailure("The certificate in " + CertificateFiles.CERTIFICATE + " " + what + ".");
    }

    @Override
    public String toString() {
        return "OwnCertificate[" + certificate().getSubjectX500Principal() + "]";
    }
}
