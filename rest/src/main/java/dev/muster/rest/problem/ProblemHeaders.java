package dev.muster.rest.problem;

import dev.muster.domain.shared.ProblemCode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** The header fields of a problem. */
final class ProblemHeaders {

    /** In seconds. Devices are switched on before the import; a person has to import them first. */
    private static final String RETRY_IMPORT = "300";

    /**
     * In seconds, drawn at random for each answer, so that clients that were refused together do not come back
     * together.
     */
    private static final int RETRY_SOONEST = 3;

    private static final int RETRY_LATEST = 10;

    /** At once, because the answer has the nonce. */
    private static final String RETRY_WITH_NONCE = "0";

    private static final Set<String> DEVICE_PATHS = Set.of("telemetry", "device");

    private static final String PROVISION = "Provision realm=\"muster\"";

    private static final String BASIC = "Basic realm=\"%s\", charset=\"UTF-8\"";

    private ProblemHeaders() {}

    /** @param path below {@code /api/v1/}, without slashes at its ends: it decides how to authenticate */
    static Map<String, String> of(ProblemCode code, String path) {
        Map<String, String> headers = new LinkedHashMap<>();
        switch (code) {
            case INVALID_PROOF -> headers.put("WWW-Authenticate", PROVISION);
            case USE_NONCE -> {
                headers.put("WWW-Authenticate", PROVISION);
                headers.put("Retry-After", RETRY_WITH_NONCE);
            }
            case UNAUTHENTICATED, SECOND_FACTOR_REQUIRED -> headers.put("WWW-Authenticate", challenge(path));
            case DEVICE_NOT_IMPORTED -> headers.put("Retry-After", RETRY_IMPORT);
            case RATE_LIMITED, UNAVAILABLE -> headers.put("Retry-After", soon());
            default -> {}
        }
        return headers;
    }

    private static String soon() {
        return String.valueOf(ThreadLocalRandom.current().nextInt(RETRY_SOONEST, RETRY_LATEST + 1));
    }

    private static String challenge(String path) {
        if (DEVICE_PATHS.contains(path)) {
            return BASIC.formatted("muster-devices");
        }
        String bearer = "Bearer realm=\"muster\"";
        return switch (path) {
            case "tokens" -> bearer + ", " + BASIC.formatted("muster");
            case "account/password" -> BASIC.formatted("muster");
            default -> bearer;
        };
    }
}
