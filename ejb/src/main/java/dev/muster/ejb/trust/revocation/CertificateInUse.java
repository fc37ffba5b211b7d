package dev.muster.ejb.trust.revocation;

import dev.muster.domain.trust.ManufacturerCertificate;
import dev.muster.ejb.device.CertificateUse;

/** A certificate, and its use by devices. */
public record CertificateInUse(ManufacturerCertificate certificate, CertificateUse use) {}
