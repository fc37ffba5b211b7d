package dev.muster.ejb.start;

import dev.muster.domain.account.Membership;
import dev.muster.domain.account.PortalUser;
import dev.muster.domain.shared.Role;
import dev.muster.domain.shared.Secrets;
import dev.muster.domain.shared.TenantName;
import dev.muster.domain.transparency.Act;
import dev.muster.domain.transparency.LoggedAct;
import dev.muster.ejb.account.AccountRepository;
import dev.muster.ejb.account.MembershipRepository;
import dev.muster.ejb.account.PasswordHashing;
import dev.muster.ejb.transparency.ActLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The first administrator, who makes all other users. Name and password come from the environment. Without a password,
 * one is generated and written to a file that only the server's user can read; it must be changed at the first login.
 */
@ApplicationScoped
public class FirstAdministrator {

    private static final Logger LOG = Logger.getLogger(FirstAdministrator.class.getName());

    private static final String DEFAULT_NAME = "admin";

    private static final String FILE = "first-administrator.txt";

    @Inject
    private ActLog acts;

    @Inject
    private AccountRepository accounts;

    @Inject
    private MembershipRepository memberships;

    @Inject
    private PasswordHashing hashing;

    @Inject
    private Clock clock;

    @Inject
    private SecureRandom random;

    @Inject
    @ConfigProperty(name = "muster.admin.username")
    private Optional<String> username;

    @Inject
    @ConfigProperty(name = "muster.admin.password")
    private Optional<String> password;

    @Inject
    @ConfigProperty(name = "muster.data-dir")
    private String dataDirectory;

    /**
     * The name that the operator configured, or the default name if only the password is configured; otherwise empty.
     */
    public Optional<String> chosenName() {
        return username.or(() -> password.map(given -> DEFAULT_NAME));
    }

    /** Makes the administrator if there is no user at all. */
    @Transactional
    public void ensure() {
        if (accounts.isEmpty()) {
            make();
        }
    }

    private void make() {
        String chosen = password.orElseGet(() -> Secrets.newAccessToken(random));
        TenantName name = new TenantName(username.orElse(DEFAULT_NAME));
        Instant now = clock.instant();
        PortalUser administrator = new PortalUser(name, hashing.hashAtStart(chosen), now);
        if (password.isEmpty()) {
            administrator.demandPasswordChange();
            tell(name.entered(), chosen);
        }
        accounts.add(administrator);
        memberships.add(new Membership(administrator, Role.ADMINISTRATOR, null, now));
        acts.record(LoggedAct.of(Act.USER_CREATED)
                .object("user", administrator.id())
                .with("role", Role.ADMINISTRATOR.name()));
    }

    private void tell(String name, String chosen) {
        Path file = Path.of(dataDirectory, FILE);
        try {
            Files.deleteIfExists(file);
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(file, name + "\n" + chosen + "\n", StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        LOG.log(
                Level.INFO,
                "The first administrator''s name and password are in {0}; delete it after the login.",
                file);
    }
}
