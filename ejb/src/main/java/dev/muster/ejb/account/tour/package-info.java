/** The tour of the portal, which a user is offered until it was seen or skipped. */
@NullMarked
package dev.muster.ejb.account.tour;

import org.jspecify.annotations.NullMarked;
