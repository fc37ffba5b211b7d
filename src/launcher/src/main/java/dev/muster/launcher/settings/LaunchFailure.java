package dev.muster.launcher.settings;

/**
 * Why the server cannot run, as one sentence for the person who started it: what is wrong and what to change. {@link
 * Main} prints the sentence alone; a stack trace would only hide it.
 */
public class LaunchFailure extends RuntimeException {

    public LaunchFailure(String sentence) {
        super(sentence);
    }

    public LaunchFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
