package dev.muster.ejb.transparency;

import java.util.UUID;

/**
 * Where the log stands.
 *
 * @param origin its name
 * @param size how many leaves have their places
 * @param checkpoint a signed note of that size
 * @param keyId the key that signs now
 */
record LogHead(String origin, long size, String checkpoint, UUID keyId) {}
