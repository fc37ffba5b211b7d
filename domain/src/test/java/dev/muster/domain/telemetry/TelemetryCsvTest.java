package dev.muster.domain.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class TelemetryCsvTest {

    @Test
    void aTextGetsAnApostropheAndANumberNever() throws IOException {
        StringWriter text = new StringWriter();
        TelemetryCsv file = new TelemetryCsv(text);
        file.write(0, "a", "-1.5");
        file.write(-1, "-b", "true");
        file.write(1_767_225_600_123L, "c", "\"=1+1\"");
        file.write(1_767_225_600_000L, "d;", "\"a \\\"b\\\"\\u0000, c\"");
        file.write(0, " e", "\"\"");
        assertThat(text)
                .hasToString("\uFEFFts,time,key,value\r\n"
                        + "0,1970-01-01T00:00:00Z,a,-1.5\r\n"
                        + "-1,1969-12-31T23:59:59.999Z,'-b,true\r\n"
                        + "1767225600123,2026-01-01T00:00:00.123Z,c,'=1+1\r\n"
                        + "1767225600000,2026-01-01T00:00:00Z,\"d;\",\"a \"\"b\"\"\uFFFD, c\"\r\n"
                        + "0,1970-01-01T00:00:00Z,\" e\",\r\n");
    }
}
