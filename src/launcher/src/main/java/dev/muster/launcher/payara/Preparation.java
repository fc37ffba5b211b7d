package dev.muster.launcher.payara;

import dev.muster.launcher.settings.Secrets;
import java.security.cert.X509Certificate;

/**
 * What the bootstrap leaves for the start.
 *
 * @param certificate that the server begins with
 * @param certificates makes the next ones, while the server runs
 */
public record Preparation(Secrets secrets, X509Certificate certificate, ServerCertificates certificates) {}
