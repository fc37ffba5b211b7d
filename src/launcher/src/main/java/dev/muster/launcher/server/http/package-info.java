/** What is read as a request, and which fields each answer has. */
package dev.muster.launcher.server.http;
