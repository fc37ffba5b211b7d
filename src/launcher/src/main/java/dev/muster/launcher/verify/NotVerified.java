package dev.muster.launcher.verify;

/** What was given proves nothing; the message says why, in one or two sentences. */
final class NotVerified extends Exception {

    NotVerified(String sentence) {
        super(sentence);
    }
}
