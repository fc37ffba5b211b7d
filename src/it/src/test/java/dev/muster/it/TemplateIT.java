package dev.muster.it;

import static dev.muster.it.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.domain.shared.ProblemCode;
import dev.muster.testkit.Answer;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A script starts from the file from which a person starts. */
class TemplateIT {

    private final Fleet fleet = Database.POSTGRESQL.fleet();

    @Test
    void theTemplateIsAnImportOfNothing() {
        Answer template =
                fleet.organization().get(fleet.importsPath() + "/template.csv").expect(200);
        assertThat(template.header("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(template.header("Content-Disposition").orElse("")).contains("muster-import.csv");
        assertThat(template.body()).startsWith("\uFEFFuniqueIdentifier,deviceName,deviceType");
        String row = ImportFile.imei(1) + ",tracker,STANDALONE,\r\n";
        assertThat(fleet.upload(template.body() + row).expect(201).json().getInt("rows"))
                .isEqualTo(1);
    }

    @Test
    void anotherTenantsDoesNotExist() {
        String other = "/api/v1/organizations/" + UUID.randomUUID() + "/imports/template.csv";
        assertProblem(fleet.organization().get(other), 404, ProblemCode.NOT_FOUND);
        assertProblem(fleet.server().nobody().get(other), 401, ProblemCode.UNAUTHENTICATED);
    }
}
