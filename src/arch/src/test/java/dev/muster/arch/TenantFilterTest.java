package dev.muster.arch;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import jakarta.persistence.Entity;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Each entity has a filter in {@code META-INF/tenants.xml}, which keeps tenants apart on H2, or a reason here. On PostgreSQL
 * RowLevelSecurityIT asks the same of each table.
 */
class TenantFilterTest {

    /** Every tenant sees the names of the others in some use case: adr/022-isolation.md. */
    private static final Set<String> NAMES =
            Set.of("dev.muster.domain.organization.Organization", "dev.muster.domain.manufacturer.Manufacturer");

    /** Public, or the server's own: nothing of it belongs to a tenant. */
    private static final Set<String> OF_NO_TENANT = Set.of(
            "dev.muster.domain.trust.PublishedRevocationList",
            "dev.muster.domain.account.throttle.LoginDelay",
            "dev.muster.domain.device.session.ServerInstance");

    private static final Pattern FILTERED =
            Pattern.compile("<entity class=\"([\\w.]+)\"[^>]*>\\s*<filter name=\"tenant\">\\s*<condition>[^<]+:");

    @Test
    void everyEntityHasAFilterOrAReason() throws IOException {
        List<String> entities = Classes.ALL.stream()
                .filter(type -> type.isAnnotatedWith(Entity.class))
                .map(JavaClass::getName)
                .toList();
        Set<String> expected = new TreeSet<>(entities);
        expected.removeAll(NAMES);
        expected.removeAll(OF_NO_TENANT);
        assertThat(entities).hasSizeGreaterThan(30).containsAll(NAMES).containsAll(OF_NO_TENANT);
        assertThat(filtered())
                .as("a new entity has a filter in tenants.xml, or is named here with a reason")
                .isEqualTo(expected);
    }

    private static Set<String> filtered() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(TenantFilterTest.class.getResourceAsStream("/META-INF/tenants.xml"))) {
            Matcher entities = FILTERED.matcher(new String(file.readAllBytes(), StandardCharsets.UTF_8));
            return entities.results().map(entity -> entity.group(1)).collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
