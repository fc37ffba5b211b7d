/** What every use case needs: the store, the database's state, the clock. */
package dev.muster.ejb.shared;
