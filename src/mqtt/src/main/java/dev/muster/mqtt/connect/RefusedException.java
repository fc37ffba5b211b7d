package dev.muster.mqtt.connect;

/** Carries a refusal out of the work that has found it. It is not logged, so it has no stack trace. */
public final class RefusedException extends RuntimeException {

    private final transient Refusal refusal;

    RefusedException(Refusal refusal) {
        super(refusal.problem().refusal().getMessage(), null, false, false);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
