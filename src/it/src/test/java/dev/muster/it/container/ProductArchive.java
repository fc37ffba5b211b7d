package dev.muster.it.container;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The product's EAR, with one WAR more, which has the tests. */
final class ProductArchive {

    private static final String WEB_MODULE = """
              <module>
                <web>
                  <web-uri>muster-it.war</web-uri>
                  <context-root>/muster-it</context-root>
                </web>
              </module>""";

    /** Lets the tests look up beans of the product. */
    private static final String BEANS =
            "<beans xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"4.1\" bean-discovery-mode=\"annotated\"/>";

    private ProductArchive() {}

    static EnterpriseArchive with(Class<?>... tests) {
        File product = new File(System.getProperty("muster.home"), "ear/target/muster.ear");
        WebArchive war = ShrinkWrap.create(WebArchive.class, "muster-it.war")
                .addClasses(tests)
                .addAsWebInfResource(new StringAsset(BEANS), "beans.xml")
                .addPackages(true, "org.assertj");
        EnterpriseArchive ear = ShrinkWrap.createFromZipFile(EnterpriseArchive.class, product);
        ear.setApplicationXML(new StringAsset(withWebModule(ear)));
        return ear.addAsModule(Testable.archiveToTest(war));
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
