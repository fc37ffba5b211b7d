/** What every use case needs: the store, the database's state, the clock. */
@NullMarked
package dev.muster.ejb.shared;

import org.jspecify.annotations.NullMarked;
