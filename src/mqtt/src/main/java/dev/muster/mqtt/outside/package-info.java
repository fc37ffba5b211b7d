/** Muster as a client of a broker outside: takes the messages of devices, and sends them errors and commands. */
package dev.muster.mqtt.outside;
