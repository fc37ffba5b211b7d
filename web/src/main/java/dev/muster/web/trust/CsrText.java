package dev.muster.web.trust;

import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.trust.CertificateSigningRequest;
import java.nio.charset.StandardCharsets;

/** A certificate signing request in PEM: pasted, or read from a file by the script of the page. */
final class CsrText {

    private static final int MAX_LENGTH = 16 << 10;

    private final String entered;

    CsrText(String entered) {
        this.entered = entered == null ? "" : entered;
    }

    /**
     * The request in DER.
     *
     * @throws ProblemException {@code validation-failed} if the text is anything else
     */
    byte[] der() {
        if (entered.isBlank()) {
            throw ProblemException.invalid("Paste the certificate signing request, or choose its file.");
        }
        if (entered.contains("PRIVATE KEY")) {
            throw ProblemException.invalid("This is a private key. Only you should have it: keep it, and send"
                    + " the certificate signing request that you made with it.");
        }
        if (entered.length() > MAX_LENGTH) {
            throw ProblemException.invalid("This is too long for a certificate signing request: at most 16 KiB.");
        }
        return CertificateSigningRequest.parse(entered.getBytes(StandardCharsets.UTF_8))
                .der();
    }
}
