package dev.muster.mqtt.channel;

import dev.muster.ejb.telemetry.intake.TelemetryIntake;
import dev.muster.mqtt.command.CommandDesk;
import dev.muster.mqtt.connect.Admissions;
import dev.muster.mqtt.connect.Refusals;
import dev.muster.mqtt.session.MqttSessions;
import java.time.Clock;
import java.util.concurrent.Executor;

/**
 * What a connection needs of the application.
 *
 * @param workers run what opens transactions; they refuse it if too much waits
 */
public record MqttServices(
        Admissions admissions,
        Refusals refusals,
        TelemetryIntake telemetry,
        MqttSessions sessions,
        CommandDesk commands,
        Executor workers,
        Clock clock) {}
