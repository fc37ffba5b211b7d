/** What a device that has proved itself is told, the same over HTTP and over MQTT. */
@NullMarked
package dev.muster.ejb.provisioning.answer;

import org.jspecify.annotations.NullMarked;
