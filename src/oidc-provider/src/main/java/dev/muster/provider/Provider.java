package dev.muster.provider;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import org.apache.catalina.Context;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.springframework.web.context.ContextLoaderListener;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.filter.DelegatingFilterProxy;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * Starts the provider on loopback, prints a line when it is ready, and ends with its standard input, so that it does not
 * outlive the test.
 *
 * <p>Arguments: the port, the file of the users, and the address to which a login returns.
 */
public final class Provider {

    private Provider() {}

    public static void main(String... arguments) throws Exception {
        int port = Integer.parseInt(arguments[0]);
        System.setProperty("provider.issuer", "http://127.0.0.1:" + port);
        System.setProperty("provider.users", arguments[1]);
        System.setProperty("provider.callback", arguments[2]);
        start(port);
        System.out.println("ready");
        while (System.in.read() >= 0) {
            // the test closes it
        }
        System.exit(0);
    }

    private static void start(int port) throws Exception {
        Tomcat tomcat = new Tomcat();
        Path base = Files.createTempDirectory("oidc-provider");
        tomcat.setBaseDir(base.toString());
        Connector connector = new Connector();
        connector.setPort(port);
        connector.setProperty("address", "127.0.0.1");
        tomcat.setConnector(connector);
        Context context = tomcat.addContext("", base.toString());
        context.addServletContainerInitializer((classes, servlets) -> initialize(servlets), null);
        FilterDef security = new FilterDef();
        security.setFilterName("springSecurityFilterChain");
        security.setFilter(new DelegatingFilterProxy());
        context.addFilterDef(security);
        FilterMap all = new FilterMap();
        all.setFilterName("springSecurityFilterChain");
        all.addURLPattern("/*");
        EnumSet.allOf(DispatcherType.class).forEach(type -> all.setDispatcher(type.name()));
        context.addFilterMap(all);
        tomcat.start();
    }

    private static void initialize(ServletContext servlets) throws ServletException {
        AnnotationConfigWebApplicationContext spring = new AnnotationConfigWebApplicationContext();
        spring.register(ProviderConfiguration.class);
        servlets.addListener(new ContextLoaderListener(spring));
        var dispatcher = servlets.addServlet("spring", new DispatcherServlet(spring));
        dispatcher.setLoadOnStartup(1);
        dispatcher.addMapping("/");
    }
}
