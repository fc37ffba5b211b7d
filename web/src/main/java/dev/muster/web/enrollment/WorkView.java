package dev.muster.web.enrollment;

import dev.muster.domain.enrollment.DeviceImport;
import dev.muster.domain.enrollment.ImportStatus;
import dev.muster.ejb.enrollment.CommitService;
import dev.muster.ejb.enrollment.ImportService;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.shared.Announcements;
import dev.muster.web.shared.Display;
import dev.muster.web.shared.Feedback;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;

/** An import that a server is at work on: how far it is, and a way to stop it. */
@Named
@ViewScoped
public class WorkView implements Serializable {

    public static final String NOT_ADDED = "Nothing was added: other cells have become invalid. "
            + "They are marked red now. Correct them and try again.";

    /** For so many looks, a second each, the page that is opened anew may take to come: another order would call that off. */
    private static final int PATIENCE = 30;

    @Inject
    private ImportService imports;

    @Inject
    private CommitService commits;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Feedback feedback;

    @Inject
    private Announcements announcements;

    @Inject
    private Display display;

    @Inject
    private ImportView view;

    /** The name of the page that comes after this one, for what it is to tell. */
    private final String next = UUID.randomUUID().toString();

    /** The name that the page before gave to this one; {@code null} where there was none. */
    private String name;

    /** What was going on when the page was opened. */
    private ImportStatus work;

    private boolean changing;

    private boolean cancelled;

    private int looksSinceEnd;

    public static String added(Display display, int devices) {
        return display.count(devices, "device") + " added. Each will appear under Devices when it first connects.";
    }

    /** Takes note of what is going on, and tells what has ended. */
    public void open() {
        if (name != null) {
            announcements.tell(name);
        }
        work = view.getDeviceImport().status();
        changing = view.getDeviceImport().isBeingChanged();
    }

    /** Whether the page was opened to wait; it is, until it is opened anew. */
    public boolean isWaiting() {
        return work != null && work.isWork();
    }

    /** Looks again, and opens the page anew when it shows something else. */
    public void poll() {
        view.forget();
        if (view.getDeviceImport().status() != work && looksSinceEnd++ % PATIENCE == 0) {
            announce(view.getDeviceImport());
            view.reopenAs(next);
        }
    }

    private void announce(DeviceImport now) {
        if (now.status() == ImportStatus.COMMITTED) {
            announcements.done(next, added(display, now.rowCount()));
        } else if (changing && now.isDraft() && now.failure() == null) {
            announcements.done(next, now.lastChange() == null ? "Undone." : "Done: " + now.lastChange() + ".");
        } else if (work == ImportStatus.COMMITTING && now.isDraft() && now.failure() == null) {
            announcements.error(next, NOT_ADDED);
        }
    }

    /** Stops the work. It may be done meanwhile, which the next look tells. */
    public void cancel() {
        cancelled = feedback.attempt(this::stop);
    }

    private void stop() {
        if (view.getDeviceImport().status() == ImportStatus.COMMITTING) {
            commits.cancel(caller.get(), view.organization(), view.importId());
        } else if (view.isWorking()) {
            imports.discard(caller.get(), view.organization(), view.importId());
        }
        view.forget();
    }

    /** What is going on, in words. */
    public String getLabel() {
        if (cancelled) {
            return "Stopping …";
        }
        return switch (view.getDeviceImport().status()) {
            case READING -> "The file is being received";
            case VALIDATING -> changing ? "The rows are being changed and checked again" : "The rows are being checked";
            case COMMITTING -> "The devices are being added";
            default -> "Done";
        };
    }

    /** What happens when it is cancelled. */
    public String getConsequence() {
        if (changing) {
            return "Nothing is changed; the draft stays as it is.";
        }
        return work == ImportStatus.COMMITTING
                ? "No device is added; the draft stays as it is."
                : "No rows are kept. The file on your computer stays as it is, and you can upload it again.";
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    /** Whether the file is still coming in, from some other window. */
    public boolean isReading() {
        return view.getDeviceImport().status() == ImportStatus.READING;
    }
}
