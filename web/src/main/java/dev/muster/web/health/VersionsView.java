package dev.muster.web.health;

import dev.muster.ejb.shared.DatabaseProbe;
import dev.muster.web.shared.text.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The versions of what answers this request. Only administrators see them. */
@Named
@RequestScoped
public class VersionsView {

    private static final String FILE = "version.properties";

    @Inject
    private DatabaseProbe database;

    @Inject
    private ServletContext server;

    @Inject
    private Texts texts;

    /** The version of Muster, from its build. */
    public String getMuster() {
        try (InputStream file = VersionsView.class.getResourceAsStream(FILE)) {
            Properties properties = new Properties();
            properties.load(file);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException("This archive has no " + FILE, e);
        }
    }

    public String getServer() {
        return server.getServerInfo();
    }

    public String getJava() {
        return Runtime.version() + ", " + System.getProperty("java.vendor");
    }

    public String getDatabase() {
        return database.product().orElseGet(() -> texts.of("health.unknownDatabase"));
    }
}
