package dev.fluxlab.world.view;

/** A line that a commit took out of a file or put into it. */
public record LineChange(String file, boolean added, String text) {}
