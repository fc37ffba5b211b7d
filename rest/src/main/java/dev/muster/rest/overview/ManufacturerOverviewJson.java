package dev.muster.rest.overview;

import dev.muster.ejb.overview.CertificateShare;
import dev.muster.ejb.overview.ManufacturerOverview;
import dev.muster.ejb.overview.ProofActivity;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How a manufacturer's certificates are used.
 *
 * @param devices devices that its certificates have proved
 * @param organizations organizations that have such a device
 * @param activeCertificates certificates that are neither revoked nor expired
 * @param certificates the active certificates with the most devices
 * @param endings active certificates that expire soon or whose revocation is planned, the first to end first
 */
@Schema(name = "ManufacturerOverview")
@JsonbPropertyOrder({"devices", "organizations", "activeCertificates", "certificates", "endings", "proofs", "refusals"})
public record ManufacturerOverviewJson(
        long devices,
        long organizations,
        long activeCertificates,
        List<ShareJson> certificates,
        List<CertificateEndingJson> endings,
        ProofsJson proofs,
        RefusalsJson refusals) {

    static ManufacturerOverviewJson of(ManufacturerOverview overview) {
        return new ManufacturerOverviewJson(
                overview.devices(),
                overview.organizations(),
                overview.active(),
                overview.certificates().stream().map(ShareJson::of).toList(),
                overview.endings().stream().map(CertificateEndingJson::of).toList(),
                ProofsJson.of(overview.proofs()),
                RefusalsJson.of(overview.refusedSince(), overview.refusals()));
    }

    /**
     * An active certificate and its use.
     *
     * @param maxDevices how many devices it may prove; absent for any number
     */
    @Schema(name = "CertificateUse")
    @JsonbPropertyOrder({"id", "name", "notAfter", "devices", "organizations", "maxDevices"})
    public record ShareJson(
            UUID id, String name, Instant notAfter, long devices, long organizations, Integer maxDevices) {

        static ShareJson of(CertificateShare share) {
            return new ShareJson(
                    share.id(),
                    share.name(),
                    share.notAfter(),
                    share.devices(),
                    share.organizations(),
                    share.maxDevices());
        }
    }

    /**
     * Proofs by outcome over time.
     *
     * @param accepted devices that joined, got new credentials, or wait for an approval
     * @param refused valid proofs that were refused
     * @param invalid requests without a valid proof
     */
    @Schema(name = "Proofs")
    @JsonbPropertyOrder({"accepted", "refused", "invalid"})
    public record ProofsJson(ActivityJson accepted, ActivityJson refused, ActivityJson invalid) {

        static ProofsJson of(ProofActivity proofs) {
            return new ProofsJson(
                    ActivityJson.of(proofs.accepted()),
                    ActivityJson.of(proofs.refused()),
                    ActivityJson.of(proofs.invalid()));
        }
    }
}
