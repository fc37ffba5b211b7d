package dev.muster.web.fleet.story;

import dev.muster.ejb.fleet.story.DeviceOrigin;
import dev.muster.ejb.fleet.story.DeviceStory;
import dev.muster.ejb.fleet.story.DeviceStoryService;
import dev.muster.web.device.DeviceView;
import dev.muster.web.provisioning.attempt.AttemptSentences;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.shared.text.Texts;
import dev.muster.web.transparency.ActSentences;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;

/** What is the case with the device whose page is open, where it comes from, and what has happened to it. */
@Named
@RequestScoped
public class DeviceStoryView {

    @Inject
    private DeviceStoryService stories;

    @Inject
    private DeviceView view;

    @Inject
    private Texts texts;

    @Inject
    private CurrentCaller caller;

    @Inject
    private AttemptSentences attempts;

    @Inject
    private ActSentences acts;

    @Inject
    private Clock clock;

    private DeviceStory story;

    public Verdict getVerdict() {
        return new DeviceSentences(view.getDevice(), story(), clock.instant(), texts).verdict();
    }

    public DeviceOrigin getOrigin() {
        return story().origin();
    }

    /** The newest event first. */
    public List<TimelineEntry> getTimeline() {
        return new Timeline(story().origin(), caller.get().userId(), texts, attempts, acts).of(story().events());
    }

    /** Read when the page is drawn, after what the request has changed. */
    private DeviceStory story() {
        if (story == null) {
            story = stories.get(
                    caller.get(), caller.tenantId(), view.getDevice().id());
        }
        return story;
    }
}
