/**
 * The rules of MQTT for devices: what a CONNECT brings, the codes of refusals, topics and limits. It knows no library.
 */
@NullMarked
package dev.muster.domain.mqtt;

import org.jspecify.annotations.NullMarked;
