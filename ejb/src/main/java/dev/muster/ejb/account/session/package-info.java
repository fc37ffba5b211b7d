/** Sessions of the portal, which every server asks the database about. */
@NullMarked
package dev.muster.ejb.account.session;

import org.jspecify.annotations.NullMarked;
