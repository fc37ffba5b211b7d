/** Makes Payara's domain and starts, watches and ends its process. */
package dev.muster.launcher.payara;
