package dev.muster.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class CallerTest {

    private static final UUID OWN = UUID.randomUUID();
    private static final UUID FOREIGN = UUID.randomUUID();

    private final Caller administrator = caller(Role.ADMINISTRATOR, null);
    private final Caller organizationManager = caller(Role.ORGANIZATION_MANAGER, OWN);
    private final Caller manufacturerManager = caller(Role.MANUFACTURER_MANAGER, OWN);

    @Test
    void managersReachTheirOwnTenant() {
        assertThatCode(() -> organizationManager.requireOrganization(OWN)).doesNotThrowAnyException();
        assertThatCode(() -> manufacturerManager.requireManufacturer(OWN)).doesNotThrowAnyException();
        assertThatCode(() -> administrator.requireManufacturer(OWN)).doesNotThrowAnyException();
        assertThatCode(administrator::requireAdministrator).doesNotThrowAnyException();
    }

    @Test
    void anotherTenantDoesNotExist() {
        assertThat(refusal(() -> organizationManager.requireOrganization(FOREIGN)))
                .isEqualTo(ProblemCode.NOT_FOUND);
        assertThat(refusal(() -> manufacturerManager.requireManufacturer(FOREIGN)))
                .isEqualTo(ProblemCode.NOT_FOUND);
    }

    @Test
    void aTenantOfTheOtherKindDoesNotExistEvenUnderTheSameId() {
        assertThat(refusal(() -> organizationManager.requireManufacturer(OWN))).isEqualTo(ProblemCode.NOT_FOUND);
        assertThat(refusal(() -> manufacturerManager.requireOrganization(OWN))).isEqualTo(ProblemCode.NOT_FOUND);
    }

    @Test
    void anAdministratorSeesNoDevices() {
        assertThat(refusal(() -> administrator.requireOrganization(OWN))).isEqualTo(ProblemCode.FORBIDDEN);
    }

    @Test
    void managersDoNotAdminister() {
        assertThat(refusal(organizationManager::requireAdministrator)).isEqualTo(ProblemCode.FORBIDDEN);
        assertThat(refusal(manufacturerManager::requireAdministrator)).isEqualTo(ProblemCode.FORBIDDEN);
    }

    @Test
    void usersOfASuspendedOrganizationReadAndChangeNothing() {
        Caller suspended = new Caller(UUID.randomUUID(), "x", Role.ORGANIZATION_MANAGER, OWN, true);
        assertThatCode(() -> suspended.requireOrganizationReader(OWN)).doesNotThrowAnyException();
        assertThat(refusal(() -> suspended.requireOrganization(OWN))).isEqualTo(ProblemCode.ORGANIZATION_SUSPENDED);
        assertThat(refusal(() -> suspended.requireOrganization(FOREIGN))).isEqualTo(ProblemCode.NOT_FOUND);
        Caller viewer = new Caller(UUID.randomUUID(), "x", Role.ORGANIZATION_VIEWER, OWN, true);
        assertThat(refusal(() -> viewer.requireOrganization(OWN))).isEqualTo(ProblemCode.FORBIDDEN);
        assertThat(suspended.isChanging()).isFalse();
        assertThat(organizationManager.isChanging()).isTrue();
    }

    @Test
    void viewersReadTheirTenantAndChangeNothing() {
        Caller ofOrganization = caller(Role.ORGANIZATION_VIEWER, OWN);
        Caller ofManufacturer = caller(Role.MANUFACTURER_VIEWER, OWN);
        assertThatCode(() -> ofOrganization.requireOrganizationReader(OWN)).doesNotThrowAnyException();
        assertThatCode(() -> ofManufacturer.requireManufacturerReader(OWN)).doesNotThrowAnyException();
        assertThat(refusal(() -> ofOrganization.requireOrganization(OWN))).isEqualTo(ProblemCode.FORBIDDEN);
        assertThat(refusal(() -> ofManufacturer.requireManufacturer(OWN))).isEqualTo(ProblemCode.FORBIDDEN);
        assertThat(refusal(() -> ofOrganization.requireOrganizationReader(FOREIGN)))
                .isEqualTo(ProblemCode.NOT_FOUND);
        assertThat(refusal(() -> ofOrganization.requireOrganization(FOREIGN))).isEqualTo(ProblemCode.NOT_FOUND);
        assertThat(refusal(() -> ofManufacturer.requireOrganizationReader(OWN))).isEqualTo(ProblemCode.NOT_FOUND);
    }

    @Test
    void anOperatorSeesNoTenant() {
        Caller operator = caller(Role.OPERATOR, null);
        assertThat(refusal(() -> operator.requireOrganizationReader(OWN))).isEqualTo(ProblemCode.FORBIDDEN);
        assertThat(refusal(() -> operator.requireManufacturerReader(OWN))).isEqualTo(ProblemCode.FORBIDDEN);
        assertThat(refusal(operator::requireTenantsInSight)).isEqualTo(ProblemCode.FORBIDDEN);
        assertThat(refusal(operator::requireAdministrator)).isEqualTo(ProblemCode.FORBIDDEN);
    }

    @Test
    void aRoleWithoutItsTenantCannotBe() {
        assertThatThrownBy(() -> caller(Role.ORGANIZATION_MANAGER, null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> caller(Role.ADMINISTRATOR, OWN)).isInstanceOf(IllegalArgumentException.class);
    }

    private static ProblemCode refusal(ThrowingCallable call) {
        return catchThrowableOfType(ProblemException.class, call).code();
    }

    private static Caller caller(Role role, UUID tenant) {
        return new Caller(UUID.randomUUID(), "somebody", role, tenant);
    }
}
