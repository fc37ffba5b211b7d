package dev.muster.rest.device;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import dev.muster.ejb.device.DeviceLogin;
import dev.muster.rest.security.AuthorizationHeader;

/** What a device authenticates with over HTTP: its access key and access token as name and password of HTTP Basic. */
public final class DeviceCredentials {

    private DeviceCredentials() {}

    /**
     * @param header Authorization as sent; null if it is missing
     * @throws ProblemException {@code unauthenticated} if it is missing or not readable
     */
    public static DeviceLogin read(String header) {
        return AuthorizationHeader.basic(header)
                .map(basic -> new DeviceLogin.Token(basic.name(), basic.password()))
                .orElseThrow(
                        () -> new ProblemException(
                                ProblemCode.UNAUTHENTICATED,
                                "A device authenticates with its access key and access token by HTTP Basic, or with its certificate."));
    }
}
