package dev.muster.ejb.account.signon;

/**
 * What the provider answered to a call.
 *
 * @param status of HTTP
 * @param body bounded, any bytes
 */
record ProviderAnswer(int status, byte[] body) {

    private static final int OK = 200;

    private static final int FIRST_OF_CLIENT_FAULTS = 400;

    private static final int FIRST_OF_SERVER_FAULTS = 500;

    boolean isOk() {
        return status == OK;
    }

    /** Whether the provider says that our call was wrong; anything else may be better at the next try. */
    boolean isRefusal() {
        return status >= FIRST_OF_CLIENT_FAULTS && status < FIRST_OF_SERVER_FAULTS;
    }
}
