package dev.muster.web.applications;

import dev.muster.domain.applications.Application;
import dev.muster.domain.applications.Widget;
import dev.muster.domain.shared.ProblemException;
import dev.muster.ejb.applications.Dashboard;
import dev.muster.ejb.applications.DashboardService;
import dev.muster.ejb.applications.ShownWidget;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.shared.Feedback;
import dev.muster.web.shared.PageParameters;
import dev.muster.web.shared.text.Texts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.primefaces.PrimeFaces;
import org.primefaces.event.DashboardReorderEvent;
import org.primefaces.model.dashboard.DashboardModel;
import org.primefaces.model.dashboard.DefaultDashboardModel;
import org.primefaces.model.dashboard.DefaultDashboardWidget;

/**
 * The dashboard of the application that is shown. The page has {@value Application#MAX_WIDGETS} panels, its slots; the first of
 * them show the widgets in their order.
 */
@Named
@ViewScoped
public class DashboardView implements Serializable {

    private static final String BOARD = "board-part";

    @Inject
    private DashboardService dashboards;

    @Inject
    private ApplicationView view;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Feedback feedback;

    @Inject
    private Texts texts;

    private final WidgetForm form = new WidgetForm();

    private transient Dashboard dashboard;

    /** What was removed last, to be put back; null if nothing was. */
    private transient RemovedWidget removed;

    /** A widget with its place from 0. */
    private record RemovedWidget(int place, Widget widget) {}

    public Dashboard getDashboard() {
        if (dashboard == null) {
            dashboard = dashboards.show(caller.get(), caller.tenantId(), view.getKey());
        }
        return dashboard;
    }

    /** What PrimeFaces lays out: a panel for each widget. */
    public DashboardModel getModel() {
        DashboardModel model = new DefaultDashboardModel();
        List<ShownWidget> shown = getDashboard().widgets();
        for (int slot = 0; slot < shown.size(); slot++) {
            String size = shown.get(slot).widget().size().name().toLowerCase(Locale.ROOT);
            model.addWidget(new DefaultDashboardWidget("slot" + slot, "widget-" + size));
        }
        return model;
    }

    /** The widget in a slot; null if the slot is empty. */
    public ShownWidget shown(int slot) {
        List<ShownWidget> shown = getDashboard().widgets();
        return slot < shown.size() ? shown.get(slot) : null;
    }

    /** Reads everything again, and draws what has changed. */
    public void poll() {
        Dashboard before = getDashboard();
        dashboard = null;
        Dashboard now = getDashboard();
        if (!widgets(before).equals(widgets(now)) || before.isShared() != now.isShared()) {
            PrimeFaces.current().ajax().update(BOARD);
            return;
        }
        for (int slot = 0; slot < now.widgets().size(); slot++) {
            if (!now.widgets().get(slot).equals(before.widgets().get(slot))) {
                PrimeFaces.current().ajax().update("body" + slot);
            }
        }
    }

    /** Two widgets have changed places: somebody has dragged one onto the other. */
    public void dragged(DashboardReorderEvent event) {
        swap(event.getSenderColumnIndex(), event.getColumnIndex());
    }

    /** Moves the widget that the page names one place on, or back. */
    public void move() {
        int place = place(PageParameters.id("widget"));
        swap(place, "earlier".equals(PageParameters.text("to")) ? place - 1 : place + 1);
    }

    private void swap(Integer one, Integer other) {
        List<Widget> widgets = widgets(getDashboard());
        if (one != null && other != null && isPlace(one, widgets) && isPlace(other, widgets)) {
            Collections.swap(widgets, one, other);
            arrange(widgets);
        } else {
            dashboard = null;
        }
    }

    private static boolean isPlace(int place, List<Widget> widgets) {
        return place >= 0 && place < widgets.size();
    }

    /** Fills the dialog with the widget that the page names, or with a new one. */
    public void edit() {
        feedback.attempt(() -> {
            var reported = dashboards.keys(caller.get(), caller.tenantId(), view.getKey());
            if (PageParameters.text("widget") == null) {
                form.create(reported);
            } else {
                form.change(widgets(getDashboard()).get(place(PageParameters.id("widget"))), reported);
            }
        });
    }

    public void save() {
        feedback.attempt(() -> {
            Widget wanted = Widget.of(form.wish());
            List<Widget> widgets = widgets(getDashboard());
            widgets.replaceAll(widget -> widget.id().equals(wanted.id()) ? wanted : widget);
            if (!widgets.contains(wanted)) {
                widgets.add(wanted);
            }
            store(widgets);
        });
    }

    /** Removes the widget that the page names. */
    public void remove() {
        List<Widget> widgets = widgets(getDashboard());
        int place = place(PageParameters.id("widget"));
        RemovedWidget taken = new RemovedWidget(place, widgets.remove(place));
        if (arrange(widgets)) {
            removed = taken;
        }
    }

    /** Puts back what was removed last. */
    public void undo() {
        if (removed != null) {
            List<Widget> widgets = widgets(getDashboard());
            widgets.add(Math.min(removed.place(), widgets.size()), removed.widget());
            arrange(widgets);
        }
    }

    public void share() {
        share(true, texts.of("applications.nowShared"));
    }

    public void makePrivate() {
        share(false, texts.of("applications.nowPrivate"));
    }

    private void share(boolean withOrganization, String sentence) {
        if (feedback.attempt(
                () -> dashboards.share(caller.get(), caller.tenantId(), view.getKey(), withOrganization))) {
            feedback.done(sentence);
        }
        dashboard = null;
    }

    private boolean arrange(List<Widget> widgets) {
        return feedback.attempt(() -> store(widgets));
    }

    private void store(List<Widget> widgets) {
        dashboards.arrange(caller.get(), caller.tenantId(), view.getKey(), widgets);
        removed = null;
        dashboard = null;
    }

    private int place(UUID id) {
        List<UUID> ids = widgets(getDashboard()).stream().map(Widget::id).toList();
        if (!ids.contains(id)) {
            dashboard = null;
            throw ProblemException.notFound();
        }
        return ids.indexOf(id);
    }

    private static List<Widget> widgets(Dashboard dashboard) {
        return new ArrayList<>(
                dashboard.widgets().stream().map(ShownWidget::widget).toList());
    }

    /** Whether there is something to put back. */
    public boolean isRemoved() {
        return removed != null;
    }

    /** Whether another widget has room. */
    public boolean isRoom() {
        return getDashboard().widgets().size() < Application.MAX_WIDGETS;
    }

    public WidgetForm getForm() {
        return form;
    }
}
