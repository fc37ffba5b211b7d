package dev.muster.domain.provisioning;

/**
 * A sample program, ready to run: everything public is filled in. It contains no secret.
 *
 * @param text the program, UTF-8
 */
public record Snippet(SnippetKind kind, String text) {}
