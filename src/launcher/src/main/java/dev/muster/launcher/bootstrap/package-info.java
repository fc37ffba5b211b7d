/** Prepares the database and the platform's roots before the server starts. */
package dev.muster.launcher.bootstrap;
