package dev.muster.rest.trust;

import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.trust.CertificateChange;
import dev.muster.rest.shared.JsonBody;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The changes of a certificate; absent members stay as they are. */
@Schema(name = "CertificateUpdate")
public record CertificateChangeJson(
        @Schema(description = "Also accept the literal proof; only for PROOF with RSA")
        Boolean literalForm,

        @Schema(
                minimum = "1",
                nullable = true,
                description = "How many devices the certificate may prove; null for no limit")
        Integer maxDevices) {

    /**
     * @throws ProblemException {@code validation-failed}, {@code malformed-request}, {@code body-too-large}
     */
    public static CertificateChange read(InputStream json) {
        JsonBody body = JsonBody.read(json, "literalForm", "maxDevices");
        Boolean literalForm = body.isNull("literalForm") ? null : Boolean.valueOf(body.flag("literalForm"));
        return new CertificateChange(literalForm, body.has("maxDevices"), body.integer("maxDevices"));
    }
}
