/** What is wrong with a connection or a message, and the document that says so. */
package dev.muster.mqtt.problem;
