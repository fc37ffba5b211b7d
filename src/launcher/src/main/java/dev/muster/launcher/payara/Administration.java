package dev.muster.launcher.payara;

import dev.muster.launcher.settings.LaunchFailure;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The administration of a running server: what {@code asadmin} sends, without {@code asadmin}. */
record Administration(int port, PayaraDomain domain) {

    private static final int PATIENCE_MILLIS = 60_000;

    /**
     * Changes one setting of the server, as {@code asadmin set} does.
     *
     * @throws LaunchFailure if the server refuses or does not answer
     */
    void set(String name, String value) {
        String query = URLEncoder.encode(name + "=" + value, StandardCharsets.UTF_8);
        try {
            int status = get("/__asadmin/set?DEFAULT=" + query);
            if (status != HttpURLConnection.HTTP_OK) {
                throw new LaunchFailure("The server's administration answered " + status + " to: set " + name + ".");
            }
        } catch (IOException e) {
            throw new LaunchFailure("The server's administration does not answer to: set " + name + ".", e);
        }
    }

    private int get(String pathAndQuery) throws IOException {
        URI address = URI.create("http://127.0.0.1:" + port + pathAndQuery);
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
        byte[] login = ("admin:" + domain.adminPassword()).getBytes(StandardCharsets.UTF_8);
        connection.setRequestProperty(
                "Authorization", "Basic " + Base64.getEncoder().encodeToString(login));
        connection.setRequestProperty("X-Requested-By", "muster");
        // Without this name the server answers with a page for people, and 200 whatever happened.
        connection.setRequestProperty("User-Agent", "hk2-agent");
        connection.setConnectTimeout(PATIENCE_MILLIS);
        connection.setReadTimeout(PATIENCE_MILLIS);
        return connection.getResponseCode();
    }
}
