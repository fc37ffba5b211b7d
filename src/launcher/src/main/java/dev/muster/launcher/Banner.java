package dev.muster.launcher;

import dev.muster.domain.account.DemoLogin;
import dev.muster.launcher.settings.ServerSettings;
import java.time.Duration;
import java.util.Optional;

/** What the console says when the server is ready: the addresses, the logins, and how to stop it. */
record Banner(ServerSettings settings, Duration took) {

    String text() {
        StringBuilder text = new StringBuilder("\nMuster is ready (%d s).\n\n".formatted(took.toSeconds()));
        line(text, "Portal", settings.addresses().publicUrl() + "/");
        if (settings.demo()) {
            line(text, "", "http://localhost:" + settings.addresses().http() + "/ (without a certificate warning)");
        }
        line(text, "API", settings.addresses().publicUrl() + "/api/v1");
        line(text, "Root", "curl --cacert " + settings.locations().rootCertificate());
        line(text, "Log", settings.locations().logFile().toString());
        if (settings.demo()) {
            addLogins(text, settings.administrator());
        }
        return text.append("\nCtrl-C stops it.\n").toString();
    }

    private static void addLogins(StringBuilder text, Optional<String> administrator) {
        for (DemoLogin login : DemoLogin.beside(administrator)) {
            line(text, "Login", login.username() + " / " + login.password() + "  (" + login.what() + ")");
        }
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append("  %-8s%s%n".formatted(name, value));
    }
}
