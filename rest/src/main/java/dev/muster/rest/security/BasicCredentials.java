package dev.muster.rest.security;

/**
 * Name and password of HTTP Basic (RFC 7617).
 *
 * @param name without a colon, may be empty
 * @param password may be empty, may contain colons
 */
public record BasicCredentials(String name, String password) {

    @Override
    public String toString() {
        return "BasicCredentials[" + name + "]";
    }
}
