/** TLS inside the server: keys, trust in devices' certificates, and alerts. */
package dev.muster.launcher.server.tls;
