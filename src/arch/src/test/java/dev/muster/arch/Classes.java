package dev.muster.arch;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

/** The product's classes, read once for all tests; tests of other modules are not on the path. */
final class Classes {

    static final JavaClasses ALL = new ClassFileImporter()
            .importPackages(
                    "dev.muster.domain", "dev.muster.ejb", "dev.muster.rest", "dev.muster.web", "dev.muster.mqtt");

    private Classes() {}
}
