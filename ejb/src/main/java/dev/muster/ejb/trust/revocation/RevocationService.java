package dev.muster.ejb.trust.revocation;

import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.ProblemException;
import dev.muster.domain.shared.event.EventKind;
import dev.muster.domain.transparency.Act;
import dev.muster.domain.transparency.LoggedAct;
import dev.muster.domain.trust.ManufacturerCertificate;
import dev.muster.domain.trust.issue.RevocationReason;
import dev.muster.ejb.device.DeviceRepository;
import dev.muster.ejb.shared.DatabaseTime;
import dev.muster.ejb.shared.event.Audited;
import dev.muster.ejb.transparency.ActLog;
import dev.muster.ejb.trust.CertificateRepository;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * Deletes a certificate: revokes it and invalidates every device that it proved, in one transaction. That happens now,
 * or at a planned instant that can be moved and cancelled until it comes. It waits for current proofs, and invalidates
 * the devices that they create, too. The same transaction tells the organizations of these devices. Nothing has to run
 * when the instant comes, because every reader compares it with the database's time.
 */
@Stateless
public class RevocationService {

    private static final Duration LATELY = Duration.ofDays(1);

    @Inject
    private ActLog acts;

    @Inject
    private CertificateRepository certificates;

    @Inject
    private DeviceRepository devices;

    @Inject
    private RevocationNews news;

    @Inject
    private DatabaseTime time;

    /** The effect that a revocation would have now. */
    public RevocationImpact impact(Caller caller, UUID manufacturerId, UUID certificateId) {
        caller.requireManufacturerReader(manufacturerId);
        ManufacturerCertificate certificate = certificates.get(manufacturerId, certificateId);
        Instant now = time.now();
        return RevocationImpact.of(devices.reachOf(certificate.id(), now.minus(LATELY), now));
    }

    /**
     * Revokes now, whatever was planned. A second call changes nothing.
     *
     * @throws ProblemException {@code not-found}
     */
    @Audited(EventKind.CERTIFICATE_REVOKED)
    public void revoke(Caller caller, UUID manufacturerId, UUID certificateId, RevocationReason reason) {
        ManufacturerCertificate certificate = lock(caller, manufacturerId, certificateId);
        Instant now = time.now();
        certificate.revoke(reason, now);
        int invalidated = endDevices(certificate, now);
        acts.record(about(Act.CERTIFICATE_REVOKED, caller, certificate).with("reason", reason.name()));
        if (invalidated > 0) {
            acts.record(about(Act.DEVICE_INVALIDATED, caller, certificate).with("devices", invalidated));
        }
    }

    /**
     * Plans the revocation, or moves the plan.
     *
     * @param at cut off to microseconds
     * @throws ProblemException {@code not-found}
     * @throws ProblemException {@code validation-failed} if the instant is past or too far away
     * @throws ProblemException {@code conflict} if the certificate is already revoked
     */
    @Audited(EventKind.CERTIFICATE_CHANGED)
    public void plan(Caller caller, UUID manufacturerId, UUID certificateId, Instant at, RevocationReason reason) {
        ManufacturerCertificate certificate = lock(caller, manufacturerId, certificateId);
        Instant now = time.now();
        certificate.planRevocation(at.truncatedTo(ChronoUnit.MICROS), reason, now);
        endDevices(certificate, now);
        acts.record(about(Act.CERTIFICATE_REVOKED, caller, certificate)
                .with("reason", reason.name())
                .with("at", at.truncatedTo(ChronoUnit.MICROS).toString()));
    }

    /**
     * Cancels the plan.
     *
     * @throws ProblemException {@code not-found}, also if nothing is planned
     * @throws ProblemException {@code conflict} if the instant has come
     */
    @Audited(EventKind.CERTIFICATE_CHANGED)
    public void cancel(Caller caller, UUID manufacturerId, UUID certificateId) {
        ManufacturerCertificate certificate = lock(caller, manufacturerId, certificateId);
        Instant now = time.now();
        certificate.cancelRevocation(now);
        endDevices(certificate, now);
        acts.record(about(Act.CERTIFICATE_CHANGED, caller, certificate).with("change", "revocation-cancelled"));
    }

    private static LoggedAct about(Act act, Caller caller, ManufacturerCertificate certificate) {
        return LoggedAct.of(act, caller)
                .manufacturer(certificate.manufacturer().id())
                .object("certificate", certificate.id());
    }

    private int endDevices(ManufacturerCertificate certificate, Instant now) {
        int ended = devices.endByCertificate(certificate.id(), certificate.revokedAt(), now);
        news.tell(certificate, now);
        return ended;
    }

    private ManufacturerCertificate lock(Caller caller, UUID manufacturerId, UUID certificateId) {
        caller.requireManufacturer(manufacturerId);
        ManufacturerCertificate certificate = certificates.get(manufacturerId, certificateId);
        certificates.lockForChange(certificate);
        return certificate;
    }
}
