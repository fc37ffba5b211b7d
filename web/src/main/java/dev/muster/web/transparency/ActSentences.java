package dev.muster.web.transparency;

import dev.muster.domain.transparency.Act;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Locale;

/** What an act of the log is called on pages. */
@Named
@ApplicationScoped
public class ActSentences {

    /** @param code of an {@link Act}; another code is shown as it is */
    public String title(String code) {
        return Act.named(code).map(this::title).orElse(code);
    }

    /** Most acts are called as their constants: {@code USER_DISABLED} is "User disabled". */
    public String title(Act act) {
        return switch (act) {
            case LOGIN -> "Logged in";
            case LOGIN_FAILED -> "Login failed";
            case LOGIN_THROTTLED -> "Login delayed";
            case LOGOUT -> "Logged out";
            case FACTOR_ADDED -> "Second factor added";
            case FACTOR_REMOVED -> "Second factor removed";
            case USER_INVITED -> "User invited by a one-time link";
            case USER_RESET -> "Password reset by a one-time link";
            case TOKEN_CREATED -> "API token created";
            case TOKEN_REVOKED -> "API token revoked";
            case DEVICE_ROTATED -> "Device got new credentials";
            case DEVICE_RELEASED -> "Identifier released";
            case ENROLLMENT_DELETED -> "Identifier removed from the list";
            case IMPORT_COMMIT_BEGUN -> "Commit of an import begun";
            case LOG_KEY_ROTATED -> "Key of the log changed";
            default -> words(act);
        };
    }

    private static String words(Act act) {
        String words = act.code().replace('-', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** The style of an act: an attempt to log in that failed stands out. */
    public String style(String code) {
        return code.startsWith("login-") ? "tag tag-revoked" : "tag";
    }
}
