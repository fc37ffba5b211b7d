/** How a user wants to see the portal: language and time zone. */
@NullMarked
package dev.muster.ejb.account.preference;

import org.jspecify.annotations.NullMarked;
