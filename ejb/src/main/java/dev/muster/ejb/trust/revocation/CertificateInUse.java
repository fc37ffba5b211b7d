package dev.muster.ejb.trust.revocation;

import dev.muster.domain.trust.ManufacturerCertificate;
import dev.muster.ejb.device.CertificateUse;

/** A certificate, and what it was used for. */
public record CertificateInUse(ManufacturerCertificate certificate, CertificateUse use) {}
