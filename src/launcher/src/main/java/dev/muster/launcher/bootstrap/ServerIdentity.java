package dev.muster.launcher.bootstrap;

import dev.muster.domain.trust.issue.ServerNames;

/**
 * What the server's certificates say of it.
 *
 * @param days how long each is valid, 1 to 397
 */
record ServerIdentity(ServerNames names, int days) {}
