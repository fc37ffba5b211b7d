package dev.muster.web.fleet;

import dev.muster.ejb.fleet.act.FleetAct;
import java.util.Arrays;
import java.util.Optional;

/** What the list of devices offers to do to many of them. */
public enum FleetActChoice {
    ALLOW(
            FleetAct.Kind.ALLOW_REPROVISIONING,
            "fleet.allowQuestion",
            "fleet.allowCommand",
            "fleet.allowDone",
            "fleet.allowSoFar",
            "fleet.allowConsequence"),
    SUSPEND(
            FleetAct.Kind.SUSPEND,
            "fleet.suspendQuestion",
            "fleet.suspendCommand",
            "fleet.suspendDone",
            "fleet.suspendSoFar",
            "fleet.suspendConsequence"),
    RESUME(
            FleetAct.Kind.RESUME,
            "fleet.resumeQuestion",
            "fleet.resumeCommand",
            "fleet.resumeDone",
            "fleet.resumeSoFar",
            "fleet.resumeConsequence"),
    MODEL(
            FleetAct.Kind.ASSIGN_MODEL,
            "fleet.modelQuestion",
            "fleet.modelCommand",
            "fleet.modelDone",
            "fleet.modelSoFar",
            "fleet.modelConsequence"),
    ADD(
            FleetAct.Kind.ADD_TO_APPLICATION,
            "applications.addQuestion",
            "applications.addCommand",
            "applications.addDone",
            "applications.addSoFar",
            "applications.addConsequence"),
    REMOVE(
            FleetAct.Kind.REMOVE_FROM_APPLICATION,
            "applications.removeQuestion",
            "applications.removeCommand",
            "applications.removeDone",
            "applications.removeSoFar",
            "applications.removeConsequence"),
    /** The same command to each device. */
    COMMAND(
            FleetAct.Kind.SEND_COMMAND,
            "command.manyQuestion",
            "command.manyCommand",
            "command.manyDone",
            "command.manySoFar",
            "command.manyConsequence"),
    /** New credentials, which are shown once: another servlet gives them. */
    ROTATE(null, "fleet.rotateQuestion", "fleet.rotateCommand", null, null, "fleet.rotateConsequence"),
    DELETE(
            FleetAct.Kind.DELETE,
            "fleet.deleteQuestion",
            "fleet.deleteCommand",
            "fleet.deleteDone",
            "fleet.deleteSoFar",
            "fleet.deleteConsequence");

    private final FleetAct.Kind kind;

    private final String question;

    private final String command;

    private final String done;

    private final String soFar;

    private final String consequence;

    FleetActChoice(FleetAct.Kind kind, String question, String command, String done, String soFar, String consequence) {
        this.kind = kind;
        this.question = question;
        this.command = command;
        this.done = done;
        this.soFar = soFar;
        this.consequence = consequence;
    }

    static Optional<FleetActChoice> named(String name) {
        return Arrays.stream(values()).filter(act -> act.name().equals(name)).findFirst();
    }

    /** Null for new credentials, which are no such act. */
    FleetAct.Kind kind() {
        return kind;
    }

    /** The name of a text: whether to do it to so many devices. */
    String question() {
        return question;
    }

    /** The name of a text: what the button says. */
    String command() {
        return command;
    }

    /** The name of a text: to how many devices it was done. Null for new credentials. */
    String done() {
        return done;
    }

    /** The name of a text: to how many devices it was done before something went wrong. Null for new credentials. */
    String soFar() {
        return soFar;
    }

    /** The name of a text. */
    String consequence() {
        return consequence;
    }

    public boolean isOfModel() {
        return this == MODEL;
    }

    public boolean isOfApplication() {
        return this == ADD || this == REMOVE;
    }

    public boolean isOfCommand() {
        return this == COMMAND;
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
