/** What the operator sets, and where files are. */
package dev.muster.launcher.settings;
