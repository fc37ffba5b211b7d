package dev.muster.rest.manufacturer;

import dev.muster.domain.manufacturer.EnrollmentPolicy;
import dev.muster.ejb.manufacturer.ManufacturerChange;
import dev.muster.rest.shared.JsonBody;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The changes of a manufacturer; absent members stay as they are.
 *
 * @param contact an empty text removes it
 */
@Schema(name = "ManufacturerUpdate")
public record ChangedManufacturer(String name, String contact, EnrollmentPolicy enrollment) {

    static final String[] MEMBERS = {"name", "contact", "enrollment"};

    static ChangedManufacturer from(JsonBody body) {
        boolean keepsPolicy = body.text("enrollment", null) == null;
        return new ChangedManufacturer(
                body.text("name", null),
                body.text("contact", null),
                keepsPolicy ? null : body.constant("enrollment", EnrollmentPolicy.class, null));
    }

    ManufacturerChange toChange() {
        return new ManufacturerChange(
                Optional.ofNullable(name), Optional.ofNullable(contact), Optional.ofNullable(enrollment));
    }
}
