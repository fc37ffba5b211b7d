package dev.muster.web.trust;

import dev.muster.domain.trust.CertificatePurpose;
import dev.muster.ejb.trust.IssuedCertificate;
import dev.muster.web.shared.text.Texts;
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
    static List<IssuedFile> of(IssuedCertificate made, Texts texts) {
        boolean isProof = made.entry().purpose() == CertificatePurpose.PROOF;
        List<IssuedFile> files = new ArrayList<>();
        if (made.privateKey() != null) {
            String privateKey =
                    isProof ? texts.of("trust.privateKeyPurposeProof") : texts.of("trust.privateKeyPurposeDeviceCa");
            files.add(new IssuedFile(
                    "private-key", texts.of("trust.privateKey"), "muster.key", made.privateKey(), 3, privateKey, true));
        }
        files.add(new IssuedFile(
                "access-token",
                texts.of("trust.accessToken"),
                "access-token.txt",
                made.accessToken(),
                1,
                texts.of("trust.accessTokenPurpose"),
                true));
        String certificate =
                isProof ? texts.of("trust.certificatePurposeProof") : texts.of("trust.certificatePurposeDeviceCa");
        files.add(open(
                "certificate", texts.of("trust.certificate"), "certificate.pem", made.certificate(), 3, certificate));
        files.addAll(trusted(made, texts));
        files.add(open(
                "public-key",
                texts.of("trust.publicKey"),
                "public-key.pem",
                made.publicKey(),
                2,
                texts.of("trust.publicKeyPurpose")));
        files.add(open(
                "access-key",
                texts.of("trust.accessKey"),
                "access-key.txt",
                made.accessKey(),
                1,
                texts.of("trust.accessKeyPurpose")));
        return files;
    }

    /** The authorities. */
    private static List<IssuedFile> trusted(IssuedCertificate made, Texts texts) {
        return List.of(
                open("chain", texts.of("trust.chain"), "chain.pem", made.chain(), 2, texts.of("trust.chainPurpose")),
                open(
                        "server-root",
                        texts.of("trust.serverRoot"),
                        "root.pem",
                        made.serverRoot(),
                        2,
                        texts.of("trust.serverRootPurpose")));
    }

    private static IssuedFile open(String id, String label, String fileName, String text, int rows, String purpose) {
        return new IssuedFile(id, label, fileName, text, rows, purpose, false);
    }

    /** The file's name only: the text may be a secret. */
    @Override
    public String toString() {
        return "IssuedFile[" + fileName + "]";
    }
}
