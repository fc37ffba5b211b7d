package dev.muster.it.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.domain.shared.ProblemException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The services ask their caller, whoever calls them: inside the container, past pages and resources, a stranger finds
 * nothing of another tenant. The product's EAR, with one WAR more.
 */
@ExtendWith(ContainerServer.class)
@ArquillianTest
class TenantChecksIT {

    private static final String WEB_MODULE = """
              <module>
                <web>
                  <web-uri>muster-it.war</web-uri>
                  <context-root>/muster-it</context-root>
                </web>
              </module>""";

    @Deployment
    static EnterpriseArchive productWithTests() {
        File product = new File(System.getProperty("muster.home"), "ear/target/muster.ear");
        WebArchive tests = ShrinkWrap.create(WebArchive.class, "muster-it.war")
                .addClasses(TenantChecksIT.class, ContainerServer.class, ServiceCalls.class, TwoTenants.class)
                .addPackages(true, "org.assertj");
        EnterpriseArchive ear = ShrinkWrap.createFromZipFile(EnterpriseArchive.class, product);
        ear.setApplicationXML(new StringAsset(withWebModule(ear)));
        return ear.addAsModule(Testable.archiveToTest(tests));
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

    private static String withWebModule(EnterpriseArchive ear) {
        try (InputStream xml = ear.get("META-INF/application.xml").getAsset().openStream()) {
            String descriptor = new String(xml.readAllBytes(), StandardCharsets.UTF_8);
            return descriptor.replaceFirst("<module>", WEB_MODULE + "<module>");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
