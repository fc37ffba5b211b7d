package dev.muster.domain.trust.key;

import java.security.Provider;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * The one instance of the provider that makes keys and certificates here. It is never registered with the platform: it
 * would be the whole server's, and the order of providers would decide who verifies.
 */
public final class BouncyCastle {

    public static final Provider PROVIDER = new BouncyCastleProvider();

    private BouncyCastle() {}
}
