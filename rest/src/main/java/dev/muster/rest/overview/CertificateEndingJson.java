package dev.muster.rest.overview;

import dev.muster.domain.trust.issue.RevocationReason;
import dev.muster.ejb.overview.CertificateEnding;
import dev.muster.rest.shared.NamedId;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A manufacturer's certificate that has ended or will end.
 *
 * @param manufacturer its name
 * @param reason why it is revoked; absent if it expires
 * @param devices devices that it has proved
 */
@Schema(name = "CertificateEnding")
@JsonbPropertyOrder({"certificate", "manufacturer", "kind", "reason", "at", "devices"})
public record CertificateEndingJson(
        NamedId certificate,
        String manufacturer,
        CertificateEnding.Kind kind,
        RevocationReason reason,
        Instant at,
        long devices) {

    static CertificateEndingJson of(CertificateEnding ending) {
        return new CertificateEndingJson(
                new NamedId(ending.certificateId(), ending.certificate()),
                ending.manufacturer(),
                ending.kind(),
                ending.reason(),
                ending.at(),
                ending.devices());
    }
}
