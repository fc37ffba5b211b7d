/** Commands of organizations to their devices: the queue in the database, and what is sent from it. */
@NullMarked
package dev.muster.ejb.command;

import org.jspecify.annotations.NullMarked;
