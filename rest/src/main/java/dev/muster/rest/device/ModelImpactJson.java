package dev.muster.rest.device;

import dev.muster.ejb.device.ModelImpact;
import jakarta.json.bind.annotation.JsonbPropertyOrder;

/**
 * What the deletion of a model would touch.
 *
 * @param devices how many would go on without a model
 * @param imports how many would give their devices the default of their type
 */
@JsonbPropertyOrder({"devices", "imports"})
public record ModelImpactJson(long devices, long imports) {

    static ModelImpactJson of(ModelImpact impact) {
        return new ModelImpactJson(impact.devices(), impact.imports());
    }
}
