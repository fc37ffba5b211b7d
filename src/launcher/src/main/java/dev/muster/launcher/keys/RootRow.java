package dev.muster.launcher.keys;

import java.security.cert.X509Certificate;
import java.util.UUID;

/**
 * A root that is trusted now, without its key.
 *
 * @param owner the plain owner of its kind if it signs, otherwise one that begins with that
 */
record RootRow(UUID id, String owner, X509Certificate certificate) {}
