package dev.muster.it;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/**
 * The server is killed while devices report over MQTT: what a PUBACK has acknowledged is in the database, nothing is there twice,
 * and the devices go on by themselves.
 */
@OnBothDatabases
class MqttKillIT {

    private static final int KILLS = Integer.getInteger("muster.it.mqtt-kills", 2);

    @Parameter
    Database database;

    @Test
    void whatWasAcknowledgedSurvivesAKilledServer() throws Exception {
        try (MqttLoad load = MqttLoad.on(database.server())) {
            for (int i = 0; i < KILLS; i++) {
                load.awaitMore();
                database.server().kill();
                database.server().launch();
            }
            load.assertEverythingIsKeptOnce(KILLS + " kills of the server on " + database);
        }
    }
}
