package dev.muster.domain.account.signon;

/** A login by single sign-on ends here. {@code SignOnService} turns it into a value, because nothing has to be undone. */
public final class SignOnRefusedException extends Exception {

    private final SignOnRefusal refusal;

    /** @param detail for the log of the server; nothing of a token */
    public SignOnRefusedException(SignOnRefusal refusal, String detail) {
        super(detail);
        this.refusal = refusal;
    }

    public SignOnRefusal refusal() {
        return refusal;
    }
}
