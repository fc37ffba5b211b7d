package dev.muster.launcher.settings;

/**
 * Why the server cannot run, in one sentence for the person who started it: what is wrong and what to change.
 * {@link Main} prints only the sentence, because a stack trace would hide it.
 */
public class LaunchFailure extends RuntimeException {

    public LaunchFailure(String sentence) {
        super(sentence);
    }

    public LaunchFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
