package dev.muster.it.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The services ask their caller, whoever calls them: inside the container, past pages and resources, a stranger finds
 * nothing of another tenant. The product's EAR, with one WAR more.
 */
@ExtendWith(ContainerServer.class)
@ArquillianTest
class TenantChecksIT {

    @Deployment
    static EnterpriseArchive productWithTests() {
        return ProductArchive.with(TenantChecksIT.class, ContainerServer.class, ServiceCalls.class, TwoTenants.class);
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
}
