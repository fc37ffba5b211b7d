/** What the transparency log records of users. */
@NullMarked
package dev.muster.ejb.account.acts;

import org.jspecify.annotations.NullMarked;
