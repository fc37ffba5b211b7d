/** Starts a server: the main class. */
package dev.muster.launcher;
