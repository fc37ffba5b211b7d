package dev.muster.rest.manufacturer;

import dev.muster.domain.manufacturer.EnrollmentPolicy;
import dev.muster.domain.quota.TenantKind;
import dev.muster.ejb.manufacturer.ManufacturerChange;
import dev.muster.rest.quota.QuotaMembers;
import dev.muster.rest.shared.JsonBody;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The changes of a manufacturer; absent members stay as they are.
 *
 * @param contact an empty text removes it
 * @param suspended whether every proof of its devices is refused
 * @param secondFactorRequired whether the users of the manufacturer must have a second factor
 * @param quotas limits by quota, as in the quotas of a manufacturer; null for the platform's limit
 */
@Schema(name = "ManufacturerUpdate")
public record ChangedManufacturer(
        String name,
        String contact,
        EnrollmentPolicy enrollment,
        Boolean suspended,
        Boolean secondFactorRequired,
        Map<String, Integer> quotas) {

    private static final String SECOND_FACTOR = "secondFactorRequired";

    private static final String[] MEMBERS = {
        "name", "contact", "enrollment", "suspended", SECOND_FACTOR, QuotaMembers.NAME
    };

    static ManufacturerChange read(InputStream body) {
        JsonBody json = JsonBody.read(body, MEMBERS);
        return new ManufacturerChange(
                Optional.ofNullable(json.text("name", null)),
                Optional.ofNullable(json.text("contact", null)),
                Optional.ofNullable(json.constant("enrollment", EnrollmentPolicy.class)),
                json.isNull("suspended") ? Optional.empty() : Optional.of(json.flag("suspended")),
                json.isNull(SECOND_FACTOR) ? Optional.empty() : Optional.of(json.flag(SECOND_FACTOR)),
                QuotaMembers.read(json, TenantKind.MANUFACTURER));
    }
}
