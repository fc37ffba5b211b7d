/** Runs inside the server, below HTTP: connections, bodies and logins within limits. */
package dev.muster.launcher.server;
