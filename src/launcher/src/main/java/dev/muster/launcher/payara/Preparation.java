package dev.muster.launcher.payara;

import dev.muster.launcher.settings.ServerSecrets;
import java.security.cert.X509Certificate;

/**
 * The result of the bootstrap.
 *
 * @param certificate of the server at its start
 * @param certificates makes the next certificates while the server runs
 */
public record Preparation(ServerSecrets secrets, X509Certificate certificate, ServerCertificates certificates) {}
