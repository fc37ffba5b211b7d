package dev.muster.web.manufacturer;

import dev.muster.domain.quota.QuotaUse;
import dev.muster.ejb.manufacturer.ManufacturerChange;
import dev.muster.ejb.manufacturer.ManufacturerService;
import dev.muster.web.quota.QuotaForm;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.shared.Feedback;
import dev.muster.web.shared.text.Texts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** The quotas of a manufacturer: its own manager sees them, an administrator also sets them. */
@Named
@ViewScoped
public class ManufacturerQuotasView implements Serializable {

    @Inject
    private ManufacturerService manufacturers;

    @Inject
    private ManufacturerView page;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Feedback feedback;

    @Inject
    private Texts texts;

    private final QuotaForm quotas = new QuotaForm();

    private transient List<QuotaUse> uses;

    private transient List<QuotaUse> near;

    /** Fills the form with the current values. */
    public void open() {
        quotas.show(getUses());
    }

    public void saveQuotas() {
        boolean saved = feedback.attempt(() ->
                manufacturers.change(caller.get(), page.manufacturerId(), ManufacturerChange.of(quotas.limits())));
        if (saved) {
            feedback.done(texts.of("manufacturer.quotasSaved"));
        }
        uses = null;
        open();
    }

    /** Those of which at least 80 per cent are used, for the manufacturer's own users. */
    public List<QuotaUse> getNear() {
        if (near == null) {
            near = manufacturers.nearQuotas(caller.get(), caller.tenantId());
        }
        return near;
    }

    public List<QuotaUse> getUses() {
        if (uses == null) {
            uses = manufacturers.quotas(caller.get(), page.manufacturerId());
        }
        return uses;
    }

    public QuotaForm getQuotas() {
        return quotas;
    }
}
