/** Commands of the operator on the platform's keys, run while the servers are stopped. */
package dev.muster.launcher.keys;
