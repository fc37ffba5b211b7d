package dev.muster.arch;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.muster.domain.trust.file.DerivedKey;
import dev.muster.domain.trust.file.KeyEncryption;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who uses the master key: an operator can rotate it only if everything that depends on it is known. */
class MasterKeyTest {

    /** They encrypt what is stored: each has its column in SealedColumn of the launcher, which a rotation goes through. */
    private static final Set<String> SEAL = Set.of(
            "dev.muster.ejb.trust.IssuerKeys",
            "dev.muster.ejb.trust.StoredLogKeys",
            "dev.muster.ejb.account.factor.TotpSeeds");

    /** They derive keys for what ends by itself soon, and may end with the master key. */
    private static final Set<String> DERIVE = Set.of(
            "dev.muster.domain.provisioning.proof.ServerNonces",
            "dev.muster.domain.account.throttle.KnownBrowsers",
            "dev.muster.domain.account.signon.SignOnSeal");

    @Test
    void onlyTheseEncrypt() {
        noClasses()
                .that(not(in(SEAL)))
                .and()
                .resideOutsideOfPackage("dev.muster.domain.trust.file")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(KeyEncryption.class)
                .because(
                        "a rotation of the master key must find what they store: add the column to SealedColumn, and the"
                                + " class to this list")
                .check(Classes.ALL);
    }

    @Test
    void onlyTheseDerive() {
        noClasses()
                .that(not(in(DERIVE)))
                .should()
                .dependOnClassesThat()
                .areAssignableTo(DerivedKey.class)
                .because(
                        "what depends on a derived key ends when the master key is rotated: say so in operations.md, and"
                                + " add the class to this list")
                .check(Classes.ALL);
    }

    private static com.tngtech.archunit.base.DescribedPredicate<JavaClass> in(Set<String> names) {
        return describe(
                "are one of " + names, type -> names.contains(type.getName().replaceAll("\\$.*", "")));
    }
}
