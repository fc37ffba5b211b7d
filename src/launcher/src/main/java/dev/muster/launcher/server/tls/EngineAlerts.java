package dev.muster.launcher.server.tls;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import javax.net.ssl.SSLEngine;

/**
 * Chooses the alert of a refused handshake. The JDK sends certificate_unknown for every client certificate that a trust
 * manager refuses, and has no public way to send another alert (sun.security.ssl.CertificateMessage, checkClientCerts).
 * So this class opens it: {@code jvm.options} has {@code --add-opens java.base/sun.security.ssl}.
 */
final class EngineAlerts {

    private EngineAlerts() {}

    /** Throws what the engine throws after sending that alert. Returns if this JDK is built otherwise. */
    static void raise(SSLEngine engine, String alert, Exception cause) {
        try {
            Field field = engine.getClass().getDeclaredField("conContext");
            field.setAccessible(true);
            Object context = field.get(engine);
            Class<?> alerts = Class.forName("sun.security.ssl.Alert");
            Method fatal = context.getClass().getDeclaredMethod("fatal", alerts, Throwable.class);
            fatal.setAccessible(true);
            fatal.invoke(context, constant(alerts, alert), cause);
        } catch (InvocationTargetException e) {
            throw EngineAlerts.<RuntimeException>unchecked(e.getCause());
        } catch (ReflectiveOperationException | RuntimeException otherJdk) {
            RefusedHandshakes.OF_SERVER.cannotChoose(otherJdk);
        }
    }

    private static Object constant(Class<?> alerts, String name) throws ReflectiveOperationException {
        Method valueOf = alerts.getDeclaredMethod("valueOf", String.class);
        valueOf.setAccessible(true);
        return valueOf.invoke(null, name);
    }

    /** The engine catches it as an SSLException, which a trust manager must not declare. */
    @SuppressWarnings("unchecked")
    private static <E extends Throwable> E unchecked(Throwable thrown) throws E {
        throw (E) thrown;
    }
}
