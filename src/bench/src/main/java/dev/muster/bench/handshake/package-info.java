/** TLS handshakes with certificates of devices, beside a server that does nothing else. */
package dev.muster.bench.handshake;
