/** Network addresses, host names and the headers of proxies. */
package dev.muster.domain.shared.net;
