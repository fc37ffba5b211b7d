package dev.muster.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.faces.FacesException;
import org.junit.jupiter.api.Test;

class UnreadableFormTest {

    private static final StackTraceElement JAVA = new StackTraceElement("java.lang.Integer", "parseInt", "I.java", 1);
    private static final StackTraceElement TABLE =
            new StackTraceElement("org.primefaces.component.datatable.feature.PageFeature", "decode", "P.java", 61);
    private static final StackTraceElement OURS = new StackTraceElement("dev.muster.web.X", "load", "X.java", 5);

    @Test
    void aComponentThatCannotReadANumberIsTheFormsFault() {
        Throwable thrown = new FacesException(at(new NumberFormatException("<secret>"), JAVA, TABLE, OURS));

        assertThat(UnreadableForm.isCauseOf(thrown)).isTrue();
        assertThat(UnreadableForm.place(thrown))
                .isEqualTo("NumberFormatException in org.primefaces.component.datatable.feature.PageFeature:61");
    }

    @Test
    void whatBeginsInOurCodeIsOurs() {
        assertThat(UnreadableForm.isCauseOf(at(new NumberFormatException(), JAVA, OURS, TABLE)))
                .isFalse();
    }

    @Test
    void whatIsAboutNoValueIsOurs() {
        assertThat(UnreadableForm.isCauseOf(at(new IllegalStateException(), TABLE)))
                .isFalse();
    }

    @Test
    void withoutAPlaceItIsOurs() {
        assertThat(UnreadableForm.isCauseOf(at(new NullPointerException()))).isFalse();
    }

    private static Throwable at(Throwable thrown, StackTraceElement... frames) {
        thrown.setStackTrace(frames);
        return thrown;
    }
}
