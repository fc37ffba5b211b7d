package dev.muster.ejb.account.passkey;

/** An answer of an authenticator that proves nothing. The message is for the log; it has no value of the answer. */
class PasskeyRefusedException extends Exception {

    PasskeyRefusedException(String reason) {
        super(reason, null, false, false);
    }
}
