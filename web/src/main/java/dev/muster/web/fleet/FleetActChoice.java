package dev.muster.web.fleet;

import dev.muster.ejb.fleet.act.FleetAct;
import java.util.Arrays;
import java.util.Optional;

/** What the list of devices offers to do to many of them. */
public enum FleetActChoice {
    ALLOW(
            FleetAct.Kind.ALLOW_REPROVISIONING,
            "Allow %s to be provisioned again?",
            "Allow",
            "allowed",
            "Use this for devices that were reset or repaired and have lost their credentials. The next valid proof of"
                    + " each gives it new ones, once, whatever the policy says. The current ones work until then."),
    SUSPEND(
            FleetAct.Kind.SUSPEND,
            "Suspend %s?",
            "Suspend",
            "suspended",
            "The devices are refused immediately, with these credentials and with any others that they get, until you"
                    + " resume them. Nothing is deleted."),
    RESUME(
            FleetAct.Kind.RESUME,
            "Resume %s?",
            "Resume",
            "resumed",
            "The credentials of these devices are valid again."),
    MODEL(
            FleetAct.Kind.ASSIGN_MODEL,
            "Give %s another data model?",
            "Change",
            "changed",
            "The data model applies to what the devices send from now on."),
    /** New credentials, which are shown once: another servlet gives them. */
    ROTATE(
            null,
            "Give %s new credentials?",
            "Rotate credentials of",
            "rotated",
            "The current credentials stop working immediately, and the devices are refused until somebody has put the"
                    + " new ones into them. Muster keeps no access token: this page makes one file, once."),
    DELETE(
            FleetAct.Kind.DELETE,
            "Delete %s?",
            "Delete",
            "deleted",
            "The devices lose their credentials, and everything that they reported is deleted. They stay on the imported"
                    + " lists, so a new proof creates them again.");

    private final FleetAct.Kind kind;

    private final String question;

    private final String command;

    private final String done;

    private final String consequence;

    FleetActChoice(FleetAct.Kind kind, String question, String command, String done, String consequence) {
        this.kind = kind;
        this.question = question;
        this.command = command;
        this.done = done;
        this.consequence = consequence;
    }

    static Optional<FleetActChoice> named(String name) {
        return Arrays.stream(values()).filter(act -> act.name().equals(name)).findFirst();
    }

    /** Null for new credentials, which are no such act. */
    FleetAct.Kind kind() {
        return kind;
    }

    /** @param devices a number with its noun */
    public String question(String devices) {
        return question.formatted(devices);
    }

    /** What the button says before the number of devices. */
    public String command() {
        return command;
    }

    /** What the devices are then: a word after their number. */
    public String done() {
        return done;
    }

    public String consequence() {
        return consequence;
    }

    public boolean isOfModel() {
        return this == MODEL;
    }

    public boolean isRotation() {
        return this == ROTATE;
    }

    /** Whether devices stop working, so that the number of devices has to be typed. */
    public boolean isHard() {
        return this == ROTATE || this == DELETE;
    }

    public boolean isDangerous() {
        return isHard() || this == SUSPEND;
    }
}
