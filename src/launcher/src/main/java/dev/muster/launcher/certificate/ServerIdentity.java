package dev.muster.launcher.certificate;

import dev.muster.domain.trust.issue.ServerNames;

/**
 * The contents of the certificates of a server.
 *
 * @param days how many days each certificate is valid, 1 to 397
 */
public record ServerIdentity(ServerNames names, int days) {}
