package dev.muster.rest.problem;

import dev.muster.domain.shared.ProblemCode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The header fields that a problem brings along. */
final class ProblemHeaders {

    /** Devices are switched on before the import: a person has to do something first. */
    private static final String RETRY_IMPORT = "300";

    private static final String RETRY_DATABASE = "10";

    /** At once: the answer brings the nonce. */
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
            case UNAUTHENTICATED -> headers.put("WWW-Authenticate", challenge(path));
            case DEVICE_NOT_IMPORTED -> headers.put("Retry-After", RETRY_IMPORT);
            case UNAVAILABLE -> headers.put("Retry-After", RETRY_DATABASE);
            default -> {}
        }
        return headers;
    }

    private static String challenge(String path) {
        if (DEVICE_PATHS.contains(path)) {
            return BASIC.formatted("muster-devices");
        }
        String bearer = "Bearer realm=\"muster\"";
        return path.equals("tokens") ? bearer + ", " + BASIC.formatted("muster") : bearer;
    }
}
