package dev.muster.ejb.device;

import java.util.Objects;

/**
 * What a device authenticates with.
 *
 * @param accessKey its public name
 * @param accessToken its secret
 */
public record DeviceLogin(String accessKey, String accessToken) {

    public DeviceLogin {
        Objects.requireNonNull(accessKey);
        Objects.requireNonNull(accessToken);
    }

    @Override
    public String toString() {
        return "DeviceLogin[" + accessKey + "]";
    }
}
