package dev.muster.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Everything under {@code /api/v1}: the device endpoints and the management API. */
@ApplicationPath("v1")
public class ApiApplication extends Application {}
