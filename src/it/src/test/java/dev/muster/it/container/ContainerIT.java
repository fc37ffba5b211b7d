package dev.muster.it.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import dev.muster.ejb.command.CommandRemoval;
import dev.muster.ejb.provisioning.attempt.AttemptRemoval;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What is asked inside the container, past pages and resources; the product's EAR has one WAR more. The services ask their
 * caller, whoever calls them: a stranger finds nothing of another tenant. The log of attempts does not grow without end: which
 * attempts go, and that one server at a time removes them. Commands go 30 days after they are done.
 */
@ExtendWith(ContainerServer.class)
@ArquillianTest
class ContainerIT {

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MICROS);
    private static final Instant OLDEST = NOW.minus(Duration.ofDays(90));

    @Deployment
    static EnterpriseArchive productWithTests() {
        return ProductArchive.with(
                ContainerIT.class,
                ContainerServer.class,
                ServiceCalls.class,
                TwoTenants.class,
                ForgottenQueries.class,
                NoContainerLogin.class,
                AttemptRows.class,
                CommandRows.class);
    }

    /** Five attempts of each kind within the time, and three beyond it; the newest is a second old. */
    @BeforeEach
    void writeAttempts() throws Exception {
        AttemptRows.execute("delete from provisioning_attempt");
        for (boolean verified : new boolean[] {true, false}) {
            for (int i = 1; i <= 5; i++) {
                AttemptRows.insert(verified, NOW.minusSeconds(i));
            }
            for (int i = 1; i <= 3; i++) {
                AttemptRows.insert(verified, OLDEST.minusSeconds(i));
            }
        }
    }

    @Test
    void aStrangerFindsNothingOfAnotherTenant() throws Exception {
        TwoTenants tenants = TwoTenants.create();
        ServiceCalls calls = new ServiceCalls(tenants);
        assertThat(calls.all()).hasSizeGreaterThan(20);
        calls.all().forEach((name, call) -> {
            Throwable thrown = catchThrowable(() -> call.by(tenants.stranger()));
            assertThat(thrown).as(name).isInstanceOf(ProblemException.class);
            assertThat(((ProblemException) thrown).code()).as(name).isEqualTo(ProblemCode.NOT_FOUND);
        });
    }

    /** Otherwise the test above would pass where nothing can be found at all. */
    @Test
    void theOwnersFindWhatIsTheirs() throws Exception {
        TwoTenants tenants = TwoTenants.create();
        new ServiceCalls(tenants)
                .readsOfWhatExists()
                .forEach((name, call) -> assertThatCode(() -> call.by(tenants.ownerFor(name)))
                        .as(name)
                        .doesNotThrowAnyException());
    }

    @Test
    void viewersFindWhatIsTheirsAndOperatorsNothing() throws Exception {
        TwoTenants tenants = TwoTenants.create();
        ServiceCalls calls = new ServiceCalls(tenants);
        calls.readsOfWhatExists()
                .forEach((name, call) -> assertThatCode(() -> call.by(tenants.viewerFor(name)))
                        .as(name)
                        .doesNotThrowAnyException());
        calls.all().forEach((name, call) -> assertForbidden(name, call, tenants.operator()));
    }

    @Test
    void viewersChangeNothing() throws Exception {
        TwoTenants tenants = TwoTenants.create();
        Map<String, ServiceCalls.Call> writes = new ServiceCalls(tenants).writes();
        assertThat(writes).hasSizeGreaterThan(30);
        writes.forEach((name, call) -> assertForbidden(name, call, tenants.viewerFor(name)));
    }

    /** Those methods that only administrators or manufacturers may call say so as before. */
    @Test
    void managersOfASuspendedOrganizationChangeNothing() throws Exception {
        TwoTenants tenants = TwoTenants.create();
        Caller manager = tenants.organizationManager();
        Caller suspended = new Caller(manager.userId(), manager.username(), manager.role(), manager.tenantId(), true);
        Map<String, ServiceCalls.Call> writes = new ServiceCalls(tenants).writes();
        writes.keySet()
                .removeIf(name -> tenants.ownerFor(name) != manager
                        || name.matches("OrganizationService\\.(belongings|delete|heldElsewhere|change)"));
        assertThat(writes).hasSizeGreaterThan(20);
        writes.forEach((name, call) -> assertRefused(name, call, suspended, ProblemCode.ORGANIZATION_SUSPENDED));
        new ServiceCalls(tenants)
                .readsOfWhatExists().entrySet().stream()
                        .filter(call -> tenants.ownerFor(call.getKey()) == manager)
                        .forEach(call -> assertThatCode(() -> call.getValue().by(suspended))
                                .as(call.getKey())
                                .doesNotThrowAnyException());
    }

    private static void assertForbidden(String name, ServiceCalls.Call call, Caller caller) {
        assertRefused(name, call, caller, ProblemCode.FORBIDDEN);
    }

    private static void assertRefused(String name, ServiceCalls.Call call, Caller caller, ProblemCode code) {
        Throwable thrown = catchThrowable(() -> call.by(caller));
        assertThat(thrown).as(name).isInstanceOf(ProblemException.class);
        assertThat(((ProblemException) thrown).code()).as(name).isEqualTo(code);
    }

    /** On H2 Hibernate's filters do it; on PostgreSQL {@code ForgottenTenantIT} looks at each statement. */
    @Test
    void aQueryThatForgetsItsTenantFindsOnlyItsOwnScope() throws Exception {
        TwoTenants tenants = TwoTenants.create();
        ForgottenQueries queries = new ForgottenQueries(tenants);
        assertThat(queries.inScopeOf(tenants.stranger().tenantId()).values()).containsOnly(0L);
        assertThat(queries.inScopeOf(tenants.organizationId()).values()).containsOnly(1L);
        assertThat(queries.ofEachEntity(UUID.randomUUID()))
                .hasSizeGreaterThan(20)
                .allSatisfy((entity, rows) -> assertThat(rows).as(entity).isZero());
    }

    @Test
    void whatIsTooOldGoes() throws Exception {
        AttemptRemoval removal = TwoTenants.service(AttemptRemoval.class);
        assertThat(removal.removePortion(true, OLDEST)).isEqualTo(3);
        assertThat(removal.removePortion(true, OLDEST)).isZero();
        assertThat(removal.beginOfUnverified(100, OLDEST)).isEqualTo(OLDEST);
        assertThat(AttemptRows.count(true)).isEqualTo(5);
        assertThat(AttemptRows.count(false)).isEqualTo(8);
    }

    @Test
    void ofWhatStrangersBringAboutOnlyTheNewestStay() throws Exception {
        AttemptRemoval removal = TwoTenants.service(AttemptRemoval.class);
        Instant begin = removal.beginOfUnverified(2, OLDEST);
        assertThat(removal.removePortion(false, begin)).isEqualTo(6);
        assertThat(AttemptRows.count(false)).isEqualTo(2);
        assertThat(AttemptRows.count(true)).isEqualTo(8);
    }

    @Test
    void whileAnotherServerIsAtItNothingIsRemoved() throws Exception {
        AttemptRemoval removal = TwoTenants.service(AttemptRemoval.class);
        try (Connection other = AttemptRows.connection()) {
            other.setAutoCommit(false);
            try (Statement lock = other.createStatement()) {
                lock.executeQuery("select task from housekeeping where task = 'attempt-retention' for update");
            }
            assertThat(removal.removePortion(true, OLDEST)).isZero();
            other.rollback();
        }
        assertThat(removal.removePortion(true, OLDEST)).isEqualTo(3);
    }

    @Test
    void spentProofsAreForgottenWhenTheyAreLongExpired() throws Exception {
        UUID certificate = TwoTenants.create().certificateId();
        AttemptRows.spend(certificate, "fresh", NOW);
        AttemptRows.spend(certificate, "expired", NOW.minus(Duration.ofDays(2)));
        AttemptRows.spend(certificate, "long expired", OLDEST);
        AttemptRemoval removal = TwoTenants.service(AttemptRemoval.class);
        assertThat(removal.removeSpentProofs(NOW.minus(Duration.ofDays(1)))).isEqualTo(2);
        assertThat(removal.removeSpentProofs(NOW.minus(Duration.ofDays(1)))).isZero();
        assertThat(AttemptRows.number("select count(*) from spent_proof where proof_id = 'fresh'"))
                .isEqualTo(1);
        AttemptRows.execute("delete from spent_proof");
    }

    @Test
    void aCommandGoesThirtyDaysAfterItsDeliveryOrItsEnd() throws Exception {
        CommandRows commands = CommandRows.of(TwoTenants.create());
        Instant younger = NOW.minus(Duration.ofDays(30)).plusSeconds(600);
        Instant older = NOW.minus(Duration.ofDays(30)).minusSeconds(1);
        commands.insert("queued", NOW.plusSeconds(3_600), null);
        commands.insert("delivered", younger.plusSeconds(30), younger);
        commands.insert("expired", younger, null);
        commands.insert("delivered long ago", NOW.plusSeconds(3_600), older);
        commands.insert("expired long ago", older, null);
        CommandRemoval removal = TwoTenants.service(CommandRemoval.class);
        try (Connection other = AttemptRows.connection()) {
            other.setAutoCommit(false);
            try (Statement lock = other.createStatement()) {
                lock.executeQuery("select task from housekeeping where task = 'command-retention' for update");
            }
            assertThat(removal.removeSome()).isZero();
            other.rollback();
        }
        assertThat(removal.removeSome()).isEqualTo(2);
        assertThat(removal.removeSome()).isZero();
        assertThat(commands.names()).containsExactlyInAnyOrder("queued", "delivered", "expired");
    }
}
