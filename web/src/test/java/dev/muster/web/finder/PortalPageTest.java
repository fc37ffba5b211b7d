package dev.muster.web.finder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.Caller;
import dev.muster.domain.shared.Role;
import dev.muster.web.shared.text.EnglishTexts;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pages of the portal by their names. */
class PortalPageTest {

    @ParameterizedTest
    @EnumSource(PortalPage.class)
    void everyPageExists(PortalPage page) {
        assertThat(Path.of("src/main/webapp" + page.path())).exists();
    }

    @Test
    void aPageIsFoundByPartsOfItsNameAndOfOtherWords() {
        assertThat(PortalPage.find(EnglishTexts.get(), caller(Role.ORGANIZATION_VIEWER), "CSV upl"))
                .extracting(FoundItem::title)
                .containsExactly("Provisioning");
        assertThat(PortalPage.find(EnglishTexts.get(), caller(Role.ORGANIZATION_VIEWER), "nothing of this"))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void aRoleFindsOnlyThePagesThatItMayOpen(Role role) {
        String own = switch (role.scope()) {
            case ORGANIZATION -> "/organization/";
            case MANUFACTURER -> "/manufacturer/";
            case PLATFORM -> role == Role.ADMINISTRATOR ? "/administration/|/operation/" : "/operation/";
        };
        assertThat(PortalPage.find(EnglishTexts.get(), caller(role), ""))
                .hasSizeGreaterThan(2)
                .allSatisfy(page -> assertThat(page.path()).matches("(" + own + "|/account/).*"));
    }

    private static Caller caller(Role role) {
        return new Caller(UUID.randomUUID(), "somebody", role, role.hasTenant() ? UUID.randomUUID() : null);
    }
}
