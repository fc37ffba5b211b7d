package dev.muster.web.trust;

import dev.muster.domain.trust.CertificatePurpose;
import dev.muster.ejb.trust.IssuedCertificate;
import java.util.ArrayList;
import java.util.List;

/**
 * One part of a new certificate, which is shown only once.
 *
 * @param id its name on the page: {@code private-key}
 * @param label its name for people
 * @param fileName the name of the file; the snippets and the samples look for that name
 * @param text the file, UTF-8
 * @param rows how many lines of it the page shows
 * @param purpose one sentence: what it is for, and who may have it
 * @param isSecret whether only the program that signs may have it
 */
public record IssuedFile(
        String id, String label, String fileName, String text, int rows, String purpose, boolean isSecret) {

    /** The parts of a new certificate, in the order in which they are shown and packed: the secrets first. */
    static List<IssuedFile> of(IssuedCertificate made) {
        List<IssuedFile> files = new ArrayList<>();
        if (made.privateKey() != null) {
            files.add(secret("private-key", "Private key", "muster.key", made.privateKey(), 3, privateKey(made)));
        }
        files.add(secret("access-token", "Access token", "access-token.txt", made.accessToken(), 1, """
                A proof needs it in addition to the private key (MUSTER_ACCESS_TOKEN). SECRET."""));
        files.add(open("certificate", "Certificate", "certificate.pem", made.certificate(), 3, certificate(made)));
        files.add(open("chain", "Chain", "chain.pem", made.chain(), 2, """
                Its issuers, up to the device root. Public. Devices do not use it to trust the server."""));
        files.add(open("server-root", "Server root", "root.pem", made.serverRoot(), 2, """
                The only root that a device trusts for Muster's server (curl --cacert root.pem). Public."""));
        files.add(open("public-key", "Public key", "public-key.pem", made.publicKey(), 2, """
                The public half of the key. Public."""));
        files.add(open("access-key", "Access key", "access-key.txt", made.accessKey(), 1, """
                The certificate's public name: it is in the address that devices call. Public."""));
        return files;
    }

    private static IssuedFile secret(String id, String label, String fileName, String text, int rows, String purpose) {
        return new IssuedFile(id, label, fileName, text, rows, purpose, true);
    }

    private static IssuedFile open(String id, String label, String fileName, String text, int rows, String purpose) {
        return new IssuedFile(id, label, fileName, text, rows, purpose, false);
    }

    private static String certificate(IssuedCertificate made) {
        return isProof(made)
                ? "The certificate. Muster verifies your devices' proofs with it. Public."
                : "The certificate authority. Your factory issues device certificates with it. Public.";
    }

    private static String privateKey(IssuedCertificate made) {
        return isProof(made)
                ? "The private key, which signs the proofs. SECRET: nobody else has a copy."
                : "The private key, which signs device certificates; keep it in the factory. SECRET: nobody else has a copy.";
    }

    private static boolean isProof(IssuedCertificate made) {
        return made.entry().purpose() == CertificatePurpose.PROOF;
    }

    /** The file's name only: the text may be a secret. */
    @Override
    public String toString() {
        return "IssuedFile[" + fileName + "]";
    }
}
