package dev.tarebench.toolchains.install;

/** Why something cannot be brought on this machine as it is, and what a person can do about it. */
public record Obstacle(String reason, String remedy) {}
