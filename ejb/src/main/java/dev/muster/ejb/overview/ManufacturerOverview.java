package dev.muster.ejb.overview;

import java.time.Instant;
import java.util.List;

/**
 * How a manufacturer's certificates are used. It has only values, so that two of them can be compared.
 *
 * @param devices devices that its certificates have proved
 * @param organizations organizations that have such a device
 * @param active certificates that are neither revoked nor expired
 * @param certificates the active certificates with the most devices
 * @param endings active certificates that expire soon or whose revocation is planned, the first to end first
 * @param proofs outcomes of all proofs
 * @param refusals refused proofs by outcome, the most frequent first
 * @param refusedSince the time since which the refused proofs are counted
 */
public record ManufacturerOverview(
        long devices,
        long organizations,
        long active,
        List<CertificateShare> certificates,
        List<CertificateEnding> endings,
        ProofActivity proofs,
        List<OutcomeCount> refusals,
        Instant refusedSince) {}
