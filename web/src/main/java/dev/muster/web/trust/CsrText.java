package dev.muster.web.trust;

import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.trust.CertificateSigningRequest;
import dev.muster.web.shared.text.Texts;
import java.nio.charset.StandardCharsets;

/** A certificate signing request in PEM: pasted, or read from a file by the script of the page. */
final class CsrText {

    private static final int MAX_LENGTH = 16 << 10;

    private final String entered;
    private final Texts texts;

    CsrText(String entered, Texts texts) {
        this.entered = entered == null ? "" : entered;
        this.texts = texts;
    }

    /**
     * The request in DER.
     *
     * @throws ProblemException {@code validation-failed} if the text is anything else
     */
    byte[] der() {
        if (entered.isBlank()) {
            throw ProblemException.invalid(texts.of("trust.csrMissing"));
        }
        if (entered.contains("PRIVATE KEY")) {
            throw ProblemException.invalid(texts.of("trust.csrPrivateKey"));
        }
        if (entered.length() > MAX_LENGTH) {
            throw ProblemException.invalid(texts.of("trust.csrTooLong"));
        }
        return CertificateSigningRequest.parse(entered.getBytes(StandardCharsets.UTF_8))
                .der();
    }
}
