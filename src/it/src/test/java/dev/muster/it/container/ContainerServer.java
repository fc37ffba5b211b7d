package dev.muster.it.container;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Has the server running that Arquillian deploys into. Stands before Arquillian's extension, and does nothing in the
 * container, where the same class is run again.
 */
public class ContainerServer implements BeforeAllCallback {

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        if (System.getProperty("muster.it.directory") != null) {
            EmptyServer.ensureStarted();
        }
    }
}
