/** Network addresses, host names and the headers of proxies. */
@NullMarked
package dev.muster.domain.shared.net;

import org.jspecify.annotations.NullMarked;
