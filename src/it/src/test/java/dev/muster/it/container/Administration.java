package dev.muster.it.container;

import dev.muster.launcher.payara.PayaraDomain;
import dev.muster.launcher.payara.PayaraServer;
import dev.muster.launcher.settings.ServerSettings;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A server's own administration, which is all that answers in a server without an application. */
record Administration(PayaraServer server) {

    static String password(ServerSettings settings) throws IOException {
        PayaraDomain domain = new PayaraDomain(settings.locations().work().resolve("domains/muster"));
        return domain.adminPassword();
    }

    /** Returns once it takes the password that the launcher made, and the last of the server's ports is open. */
    void await(Duration patience) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        int status = status();
        while (status != HttpURLConnection.HTTP_OK
                || !isOpen(server.settings().addresses().device())) {
            if (endsWithinAMoment() || System.nanoTime() > deadline) {
                throw new IllegalStateException("The administration answers " + status + ": see " + server.logFile());
            }
            status = status();
        }
    }

    private static boolean isOpen(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    /** @return 0 while nothing listens */
    private int status() throws IOException {
        ServerSettings settings = server.settings();
        URL url = URI.create("http://127.0.0.1:" + settings.addresses().admin() + "/management/domain")
                .toURL();
        byte[] login = ("admin:" + password(settings)).getBytes(StandardCharsets.UTF_8);
        try {
            HttpURLConnection connection = (HttpURLConnection) url.openConnection();
            connection.setRequestProperty(
                    "Authorization", "Basic " + Base64.getEncoder().encodeToString(login));
            connection.setRequestProperty("X-Requested-By", "muster-it");
            connection.setConnectTimeout(5_000);
            connection.setReadTimeout(60_000);
            return connection.getResponseCode();
        } catch (IOException notYet) {
            return 0;
        }
    }

    private boolean endsWithinAMoment() {
        try {
            server.onExit().get(250, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException running) {
            return false;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
