package dev.muster.domain.transparency;

/**
 * A leaf that was written, and that the log has to take up.
 *
 * @param id in the database
 * @param salt 32 bytes
 * @param content the act, as one line of JSON
 */
public record LoggedLeaf(long id, byte[] salt, String content) {}
