/** Starts and stops the broker with the application: ports, TLS, and Artemis behind them. */
package dev.muster.mqtt.broker;
