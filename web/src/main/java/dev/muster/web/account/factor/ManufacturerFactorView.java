package dev.muster.web.account.factor;

import dev.muster.domain.shared.Caller;
import dev.muster.ejb.manufacturer.ManufacturerChange;
import dev.muster.ejb.manufacturer.ManufacturerService;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;

/** Whether the users of a manufacturer must have a second factor. */
@Named
@ViewScoped
public class ManufacturerFactorView extends RequiredFactor {

    @Inject
    private ManufacturerService manufacturers;

    @Override
    boolean read(Caller reader, UUID tenantId) {
        return manufacturers.get(reader, tenantId).isSecondFactorRequired();
    }

    @Override
    void write(Caller writer, UUID tenantId, boolean wanted) {
        manufacturers.change(writer, tenantId, ManufacturerChange.ofSecondFactor(wanted));
    }
}
