/** What the page of a device says about it: how it is, where it comes from, and what has happened to it. */
package dev.muster.web.fleet.story;
