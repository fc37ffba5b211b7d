package dev.muster.web.command;

import dev.muster.domain.command.DeviceCommand;
import dev.muster.domain.shared.ProblemException;
import dev.muster.ejb.command.CommandService;
import dev.muster.ejb.command.SentCommand;
import dev.muster.web.device.DeviceView;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.shared.Display;
import dev.muster.web.shared.Feedback;
import dev.muster.web.shared.PageParameters;
import dev.muster.web.shared.PagedModel;
import dev.muster.web.shared.text.Texts;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** The commands to the device whose page is open, and the form for another one. */
@Named
@ViewScoped
public class CommandsView implements Serializable {

    private static final int ROWS = 10;

    /** Characters of a longer command that the list shows. */
    private static final int SHOWN = 200;

    private static final int SHORT_ID = 8;

    /** The field that a refusal is shown at. */
    private static final String FIELD = "command-data";

    @Inject
    private CommandService commands;

    @Inject
    private DeviceView view;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Feedback feedback;

    @Inject
    private Texts texts;

    @Inject
    private Display display;

    @Inject
    private Clock clock;

    private final PagedModel<SentCommand> list = new PagedModel<>(
            request -> commands.list(caller.get(), caller.tenantId(), deviceId(), null, request), ROWS);

    private String data;

    private CommandLife life = CommandLife.DAY;

    /** Sends the command that was entered, or says at its field what is wrong with it. */
    public void send() {
        try {
            commands.send(
                    caller.get(), caller.tenantId(), deviceId(), life.command(data == null ? "" : data, null, clock));
            feedback.done(texts.of("command.sent"));
            data = null;
            life = CommandLife.DAY;
        } catch (ProblemException refused) {
            FacesContext faces = FacesContext.getCurrentInstance();
            String sentence = texts.sentence(refused.getMessage());
            faces.addMessage(FIELD, new FacesMessage(FacesMessage.SEVERITY_ERROR, sentence, null));
            faces.validationFailed();
        }
    }

    /** Takes the command back that the page names. */
    public void withdraw() {
        if (feedback.attempt(
                () -> commands.withdraw(caller.get(), caller.tenantId(), deviceId(), PageParameters.id("id")))) {
            feedback.done(texts.of("command.withdrawn"));
        }
    }

    /** The newest first. */
    public PagedModel<SentCommand> getList() {
        return list;
    }

    /** The beginning of what the command says. */
    public String beginning(DeviceCommand command) {
        String text = command.content();
        return text.length() <= SHOWN ? text : text.substring(0, end(text)) + "…";
    }

    /** Not between the two halves of a character. */
    private static int end(String text) {
        return Character.isLowSurrogate(text.charAt(SHOWN)) ? SHOWN - 1 : SHOWN;
    }

    public String by(DeviceCommand command) {
        UUID user = command.createdBy();
        return user.equals(caller.get().userId())
                ? texts.of("fleet.byYou")
                : texts.of("fleet.byUser", user.toString().substring(0, SHORT_ID));
    }

    /** When it was delivered, or when its time ends or has ended. */
    public String end(SentCommand sent) {
        DeviceCommand command = sent.command();
        return switch (sent.state()) {
            case DELIVERED -> texts.of("command.delivered", display.moment(command.deliveredAt()));
            case QUEUED -> texts.of("command.expires", display.moment(command.expiresAt()));
            case EXPIRED -> texts.of("command.expired", display.moment(command.expiresAt()));
        };
    }

    public List<CommandLife> getLives() {
        return List.of(CommandLife.values());
    }

    private UUID deviceId() {
        return view.getDevice().id();
    }

    public String getData() {
        return data;
    }

    public void setData(String data) {
        this.data = data;
    }

    public CommandLife getLife() {
        return life;
    }

    public void setLife(CommandLife life) {
        this.life = life;
    }
}
