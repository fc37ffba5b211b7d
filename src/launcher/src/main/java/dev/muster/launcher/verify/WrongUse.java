package dev.muster.launcher.verify;

/** The command line is wrong, or a file cannot be read; the message says what to change. */
final class WrongUse extends Exception {

    WrongUse(String sentence) {
        super(sentence);
    }
}
