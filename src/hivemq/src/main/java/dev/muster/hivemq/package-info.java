/** HiveMQ Community Edition for the tests, with an extension that asks Muster about devices. It is never shipped. */
package dev.muster.hivemq;
