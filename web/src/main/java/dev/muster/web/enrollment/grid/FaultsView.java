package dev.muster.web.enrollment.grid;

import dev.muster.domain.enrollment.DeviceImport;
import dev.muster.domain.enrollment.cell.Column;
import dev.muster.domain.enrollment.row.CellFault;
import dev.muster.domain.enrollment.row.FaultKind;
import dev.muster.domain.enrollment.row.RepairKind;
import dev.muster.ejb.enrollment.FaultOffers;
import dev.muster.ejb.enrollment.FaultOffers.Offer;
import dev.muster.ejb.enrollment.FaultService;
import dev.muster.ejb.enrollment.FoundFault;
import dev.muster.web.enrollment.ImportView;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.shared.Feedback;
import dev.muster.web.shared.PageParameters;
import dev.muster.web.shared.text.Texts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.primefaces.PrimeFaces;

/**
 * The faults of a draft by kind, and the dialog that asks what to do about all cells of a kind. {@link MassChangeView}
 * does it.
 */
@Named
@ViewScoped
public class FaultsView implements Serializable {

    @Inject
    private FaultService faults;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Feedback feedback;

    @Inject
    private Texts texts;

    @Inject
    private ImportView view;

    private transient List<FoundFault> kinds;

    /** The import that the kinds are of. */
    private transient DeviceImport counted;

    private FaultOffers offers;

    /** The repair that the user asked for; null if the user asked what can be done. */
    private RepairKind wanted;

    /** The kinds of faults, also right after a change in the same request. */
    public List<FoundFault> getKinds() {
        DeviceImport now = view.getDeviceImport();
        if (counted != now) {
            kinds = faults.list(caller.get(), view.organization(), view.importId());
            counted = now;
        }
        return kinds;
    }

    /** What the button beside a kind of fault says. */
    public String label(FoundFault found) {
        FaultKind kind = found.kind();
        if (found.best() != null) {
            return texts.word(found.best()) + " …";
        }
        if (kind.isDuplicate()) {
            return texts.of("enrollment.keepFirstAsk");
        }
        if (takesValue(kind)) {
            return texts.of("enrollment.setOneAsk");
        }
        return texts.of(
                kind.fault() == CellFault.ALREADY_ENROLLED ? "enrollment.deleteTheseAsk" : "enrollment.seeWhatAsk");
    }

    /** Finds out what can be done about a kind of fault. The page's script opens the dialog if it is found out. */
    public void ask() {
        offers = null;
        view.forget();
        PrimeFaces.current().ajax().addCallbackParam("asked", feedback.attempt(this::look));
    }

    private void look() {
        wanted = PageParameters.text("kind") == null ? null : GridParameters.constant("kind", RepairKind.class);
        offers = faults.offers(caller.get(), view.organization(), view.importId(), GridParameters.fault());
    }

    /** Null before the dialog was opened. */
    public FaultOffers getOffers() {
        return offers;
    }

    /** What the button says that does a repair: how many cells it changes. */
    public String change(Offer offer) {
        return texts.of(offers.isCut() ? "enrollment.changeCellsOrMore" : "enrollment.changeCells", offer.cells());
    }

    /** In how many cells a repair changes something. */
    public String place(Offer offer) {
        return texts.of(offers.isCut() ? "enrollment.inCellsOrMore" : "enrollment.inCells", offer.cells());
    }

    /** Whether one value can be set in all cells of a kind: other devices may have the same. */
    public boolean takesValue(FaultKind kind) {
        return kind.column() == Column.DEVICE_TYPE || kind.column() == Column.PARENT_GATEWAY;
    }

    public boolean isType() {
        return offers.kind().column() == Column.DEVICE_TYPE;
    }

    /** Whether the dialog proposes this repair. */
    public boolean proposes(Offer offer) {
        return wanted == null ? offer.equals(offers.offers().getFirst()) : offer.kind() == wanted;
    }

    /** Whether no cell can be repaired, so that the dialog proposes something else. */
    public boolean isBeyondRepair() {
        return offers.offers().isEmpty();
    }

    /** Whether the dialog proposes to delete the rows. */
    public boolean isProposingDeletion() {
        return offers.kind().fault() == CellFault.ALREADY_ENROLLED;
    }
}
