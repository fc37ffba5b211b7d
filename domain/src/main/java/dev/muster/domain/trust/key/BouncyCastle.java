package dev.muster.domain.trust.key;

import java.security.Provider;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * The instance of the provider that makes keys and certificates. It is never registered with the JVM: then the whole
 * server would use it, and the order of the providers would decide which provider verifies.
 */
public final class BouncyCastle {

    public static final Provider PROVIDER = new BouncyCastleProvider();

    private BouncyCastle() {}
}
