package dev.muster.web.fleet.story;

/**
 * What is the case with a device, in one sentence.
 *
 * @param style {@code good}, {@code info}, {@code warn} or {@code bad}
 * @param sentence what is so, since when, and why
 * @param advice what it means and what to do; empty if there is nothing to do
 */
public record Verdict(String style, String sentence, String advice) {}
