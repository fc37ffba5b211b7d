package dev.muster.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/**
 * Does what people do with mouse and keyboard, and counts it. One action is a click, a filled field, a chosen option, a chosen
 * file, an opened link or a pressed key. The time begins with the object.
 */
final class Actions {

    private static final double MILLIS = 1_000;

    private final long begin = System.nanoTime();

    private int count;

    void click(Locator what) {
        what.click();
        count++;
    }

    void check(Locator box) {
        box.check();
        count++;
    }

    void fill(Locator field, String text) {
        field.fill(text);
        count++;
    }

    /** Fills a field that answers while one types. */
    void type(Locator field, String text) {
        field.pressSequentially(text);
        count++;
    }

    void press(Locator field, String key) {
        field.press(key);
        count++;
    }

    void choose(Locator list, String value) {
        list.selectOption(value);
        count++;
    }

    void attach(Locator field, Path file) {
        field.setInputFiles(file);
        count++;
    }

    /** Opens a link from outside the portal, such as the link of a mail. */
    void follow(Page page, String link) {
        page.navigate(link);
        count++;
    }

    /** Clicks, and returns the file that comes. */
    Path download(Page page, Locator button) {
        Download file = page.waitForDownload(button::click);
        count++;
        return file.path();
    }

    /**
     * Prints actions and seconds in one line, and checks the number of actions. The seconds depend on the machine, so they are
     * only printed.
     *
     * @param most the most actions that the task may need
     */
    void finish(String task, int most) {
        double seconds = Duration.ofNanos(System.nanoTime() - begin).toMillis() / MILLIS;
        System.out.printf(Locale.ROOT, "TASK %s: %d actions, %.1f s%n", task, count, seconds);
        assertThat(count).as("actions to " + task).isLessThanOrEqualTo(most);
    }
}
